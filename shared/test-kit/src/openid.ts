export { startOpenIdProvider } from './openid/openid-provider.ts';
export type { OpenIdAccount, OpenIdClient, OpenIdProvider, OpenIdProviderOptions } from './openid/openid-provider.ts';
export { signInAtProvider } from './openid/sign-in-at-provider.ts';
