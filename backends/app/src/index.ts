export { appPlugin, appPlugin as default } from './plugin.ts';
