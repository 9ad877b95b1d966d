import type { Credentials } from '../auth/credentials.ts';

/** What is known of a user. */
export interface UserInfo {
  readonly userEntityRef: string;
  /** Refs that count as the user when ownership is asked for; the user itself first. */
  readonly ownershipEntityRefs: readonly string[];
  /** Roles at the time of the sign-in, or of its last renewal. */
  readonly roles: readonly string[];
}

/** Tells more of the user behind credentials. */
export interface UserInfoService {
  /** @throws FRAMEWORK_PRINCIPAL_NOT_ALLOWED for credentials that are not a user's */
  getUserInfo(credentials: Credentials): Promise<UserInfo>;
}
