import type { ConfigReader } from '@portico/config';
import type { SignedIn } from '../sessions/session-tokens.ts';
import type { GuestAccess } from './guest-access.ts';

const defaultRef = 'user:default/guest';

/** Who a guest is. An admin in development, otherwise a viewer; groups and further roles are those of the user entity. */
export function createGuestUser(config: ConfigReader, access: GuestAccess): SignedIn | undefined {
  if (access === 'none') return undefined;
  const entityRef = (config.getOptionalString('auth.providers.guest.userEntityRef') ?? defaultRef).toLowerCase();
  const owned = config.getOptionalStringArray('auth.providers.guest.ownershipEntityRefs') ?? [];
  return {
    user: {
      entityRef,
      displayName: 'Guest',
      ownershipEntityRefs: [...new Set([entityRef, ...owned.map(ref => ref.toLowerCase())])],
      roles: [],
    },
    provider: 'guest',
    development: access === 'admin',
    ...(access === 'admin' ? { grantedRoles: ['portal-admin'] } : {}),
  };
}
