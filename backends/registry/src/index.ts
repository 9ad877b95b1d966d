export { registryPlugin as default } from './plugin.ts';
