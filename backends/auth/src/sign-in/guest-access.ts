import type { ConfigReader } from '@portico/config';
import { authErrors, createError } from '@portico/errors';

/**
 * What a guest may do here. `admin`: a development portal, where each browser is signed in by itself. `viewer`: guests
 * sign in with a click. `none`: other providers only.
 */
export type GuestAccess = 'admin' | 'viewer' | 'none';

/** What decides about guests. */
export interface GuestSituation {
  readonly config: ConfigReader;
  /** True on a loopback address outside `PORTICO_ENV=production`. */
  readonly development: boolean;
  /** True while the server can only be reached from this machine. */
  readonly listensOnLoopback: boolean;
}

/**
 * Decides what guests may do. Without any provider, guests are the only users.
 *
 * @throws AUTH_GUEST_REFUSED when everybody would be an admin where strangers can reach the portal. A portal must not
 *   start then
 */
export function decideGuestAccess({ config, listensOnLoopback, ...situation }: GuestSituation): GuestAccess {
  const providers = config.keys('auth.providers');
  const onlyGuest = providers.every(provider => provider === 'guest');
  const development = situation.development && listensOnLoopback && config.getOptionalString('auth.environment') !== 'production';
  if (development && onlyGuest) return 'admin';
  const configured = providers.includes('guest');
  if (configured && (development || config.getOptionalBoolean('auth.providers.guest.dangerouslyAllowOutsideDevelopment'))) return 'viewer';
  if (!onlyGuest && !configured) return 'none';
  const reason = listensOnLoopback ? 'the environment production' : 'an address that other machines can reach';
  throw createError(authErrors.GUEST_REFUSED, { reason });
}
