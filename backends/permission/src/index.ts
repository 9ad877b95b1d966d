export { permissionPlugin, permissionPlugin as default } from './plugin.ts';
