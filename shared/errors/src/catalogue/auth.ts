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
});
