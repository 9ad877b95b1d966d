import { createAppPlugin } from './plugin.ts';

export { createAppPlugin } from './plugin.ts';
export type { AppPluginOptions } from './plugin.ts';

/** The app plugin without schemas of other plugins. */
export default createAppPlugin();
