import { defineErrors } from '../define-errors.ts';

/** Sign-in, session and token faults. */
export const authErrors = /* @__PURE__ */ defineErrors('auth', {
  SIGNED_OUT: ['AuthenticationError', 'Expected a session, got none, or one that has ended', 'Sign in at /sign-in'],
  GUEST_REFUSED: [
    'NotAllowedError',
    'Expected guests to be admins only in development and on a loopback address, got {reason}',
    'Set auth.providers.guest.dangerouslyAllowOutsideDevelopment: true to let guests in as viewers, configure another provider under auth.providers, or listen on 127.0.0.1 outside production',
  ],
  HOST_REFUSED: [
    'NotAllowedError',
    'Expected a development portal to be opened as localhost or 127.0.0.1, got {host}',
    'Open it by a loopback address, or configure a sign-in provider before others can reach it',
  ],
  PROVIDER_UNAVAILABLE: [
    'NotFoundError',
    'Expected a sign-in provider that this portal offers, got {provider}',
    'Choose one of those that GET /api/auth/providers lists',
  ],
  SIGN_IN_CROSS_SITE: [
    'NotAllowedError',
    'Expected the portal itself to ask for a sign-in, got a request that another site made',
    'Open the portal and sign in there',
  ],
  SIGN_IN_UNKNOWN: [
    'AuthenticationError',
    'Expected to come back from a sign-in that began in this browser in the last 10 minutes, got another one, or one that was used before',
    'Sign in again, with cookies allowed and by the address of the portal that the operators have set',
  ],
  PROVIDER_DOWN: [
    'ServiceUnavailableError',
    'Expected an answer from {provider}, got none that can be used',
    'Try again in a minute; if it stays, tell the operators: their log holds the cause',
  ],
  PROVIDER_REFUSED: [
    'AuthenticationError',
    'Expected {provider} to vouch for you, got {reason}',
    'Sign in again; if it stays, ask those who run {provider} whether your account may use the portal',
  ],
  USER_UNKNOWN: [
    'NotAllowedError',
    'Expected an account that belongs to a user of the catalog, got {account}',
    'Ask the app team to add you to the catalog; the operators see in signIn.resolvers how accounts and users are matched',
  ],
  CATALOG_UNAVAILABLE: [
    'ServiceUnavailableError',
    'Expected the catalog to say which user you are, got no answer',
    'Try again in a minute; if it stays, tell the operators',
  ],
  PROVIDER_DUPLICATE: [
    'ConflictError',
    'Expected one module to bring the sign-in provider {provider}, got two',
    'Remove one of the two modules from the backend',
  ],
  RESOLVER_DUPLICATE: [
    'ConflictError',
    'Expected one sign-in resolver {resolver}, got two',
    'Rename one of the two, or remove the module that brings it',
  ],
  RESOLVER_UNKNOWN: [
    'InputError',
    'At auth.providers.{provider}: Expected signIn.resolvers to name resolvers that exist ({known}), got {received}',
    'Correct the name, or add the module that brings the resolver',
  ],
  BASE_URL_MISSING: [
    'InputError',
    'Expected backend.baseUrl or app.baseUrl, which sign-in providers send browsers back to, got neither',
    'Set app.baseUrl to the address by which users open the portal',
  ],
});
