import { createError, frameworkErrors } from '@portico/errors';
import type { ProvenCredentials } from './authenticate.ts';
import type { Credentials } from './credentials.ts';
import type { Behalf } from './plugin-tokens.ts';

/**
 * What goes along when a plugin asks in somebody's name: for a user the limited token, for a program nothing, since the
 * plugin then asks in its own.
 *
 * @throws FRAMEWORK_BEHALF_UNPROVEN for nobody, and for credentials that nothing proves
 */
export function behalfOf({ principal }: Credentials, proven: WeakMap<object, ProvenCredentials>): Behalf | undefined {
  if (principal.type === 'service') return undefined;
  const limitedToken = principal.type === 'user' ? proven.get(principal)?.limitedToken() : undefined;
  if (principal.type === 'none' || limitedToken === undefined) {
    throw createError(frameworkErrors.BEHALF_UNPROVEN, { received: principal.type === 'none' ? 'nobody' : 'a user without a proof' });
  }
  return { limitedToken, expiresAt: principal.expiresAt };
}
