export { oidcModule, oidcModule as default } from './oidc-module.ts';
