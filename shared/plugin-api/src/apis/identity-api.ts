import { createApiRef } from './api-ref.ts';

/** How the user is called. */
export interface Profile {
  readonly displayName: string;
  readonly email?: string;
  readonly picture?: string;
}

/** Who the user is to the catalog and to permissions. */
export interface Identity {
  /** Entity ref, lower case: `user:default/guest`. */
  readonly userEntityRef: string;
  /** Refs that count as the user when ownership is asked for; the user itself first. */
  readonly ownershipEntityRefs: readonly string[];
  readonly roles: readonly string[];
}

/** Who uses this browser. The session is known before any plugin is loaded, so the answers come at once. */
export interface IdentityApi {
  getProfile(): Profile;
  getIdentity(): Identity;
  /** Ends the session and leads to the sign-in page. */
  signOut(): Promise<void>;
}

/** Tells who is signed in. */
export const identityApiRef = /* @__PURE__ */ createApiRef<IdentityApi>({ id: 'core.identity' });
