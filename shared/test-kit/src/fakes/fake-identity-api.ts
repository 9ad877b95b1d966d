import type { Identity, IdentityApi, Profile } from '@portico/plugin-api';

/** An identity that can be looked at after the test. */
export interface FakeIdentityApi extends IdentityApi {
  /** True after `signOut`. */
  readonly signedOut: boolean;
}

/** Somebody is signed in: `user:default/guest`, called Guest, unless said otherwise. */
export function createFakeIdentityApi(options: Partial<Identity & Profile> = {}): FakeIdentityApi {
  const { userEntityRef = 'user:default/guest', displayName = 'Guest', roles = [], email, picture } = options;
  const identity = { userEntityRef, roles, ownershipEntityRefs: options.ownershipEntityRefs ?? [userEntityRef] };
  let signedOut = false;
  return {
    get signedOut() {
      return signedOut;
    },
    getProfile: () => ({ displayName, ...(email === undefined ? {} : { email }), ...(picture === undefined ? {} : { picture }) }),
    getIdentity: () => identity,
    async signOut() {
      signedOut = true;
    },
  };
}
