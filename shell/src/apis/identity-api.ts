import type { Session } from '@portico/contracts';
import type { IdentityApi } from '@portico/plugin-api';

/** Who uses this browser, and how the session ends. */
export interface IdentitySource {
  readonly user: () => Session['user'];
  readonly signOut: () => Promise<void>;
}

/** The user as plugins see them. */
export function createIdentityApi({ user, signOut }: IdentitySource): IdentityApi {
  return {
    getProfile() {
      const { displayName, email, picture } = user();
      return { displayName, ...(email === undefined ? {} : { email }), ...(picture === undefined ? {} : { picture }) };
    },
    getIdentity() {
      const { entityRef, ownershipEntityRefs, roles } = user();
      return { userEntityRef: entityRef, ownershipEntityRefs, roles };
    },
    signOut,
  };
}
