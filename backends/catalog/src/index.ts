export { catalogPlugin as default } from './plugin.ts';
export { catalogConfigSchema } from './config-schema.ts';
