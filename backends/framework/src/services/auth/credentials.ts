/** Someone who signed in. */
export interface UserPrincipal {
  readonly type: 'user';
  /** Entity ref, lower case: `user:default/guest`. */
  readonly userEntityRef: string;
  /** Refs that count as the user when ownership is asked for; the user itself first. */
  readonly ownershipEntityRefs: readonly string[];
  readonly roles: readonly string[];
  /** Instant at which the token ends. */
  readonly expiresAt?: Date;
}

/** A program: another plugin (`plugin:<id>`) or one with a token of its own (the subject that the configuration gives it). */
export interface ServicePrincipal {
  readonly type: 'service';
  readonly subject: string;
  readonly roles: readonly string[];
}

/** Nobody in particular. */
export interface NonePrincipal {
  readonly type: 'none';
}

/** Who a request comes from. */
export type Principal = UserPrincipal | ServicePrincipal | NonePrincipal;

/** Kinds of principals, as `allow` names them. */
export type PrincipalType = Principal['type'];

/** The proven origin of a request. */
export interface Credentials<P extends Principal = Principal> {
  readonly principal: P;
}
