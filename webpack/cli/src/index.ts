export { buildAll } from './build/build-all.ts';
export type { BuildRequest, BuildResult } from './build/build-all.ts';
