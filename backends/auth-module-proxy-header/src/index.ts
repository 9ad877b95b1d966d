export { proxyHeaderModule, proxyHeaderModule as default } from './proxy-header-module.ts';
