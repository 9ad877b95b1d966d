export { sharedModules } from './shared-modules.ts';
export type { SharedModule } from './shared-modules.ts';
export { routerNames } from './router-names.ts';
export { uiFamilies } from './ui-families.ts';
