/** Someone who signed in. */
export interface UserPrincipal {
  readonly type: 'user';
  /** Entity ref, lower case: `user:default/guest`. */
  readonly userEntityRef: string;
  /** Refs that count as the user when ownership is asked for; the user itself first. */
  readonly ownershipEntityRefs: readonly string[];
  /** Names of roles at the time of the sign-in, or of its last renewal; for showing. Decisions are those of `permissions`. */
  readonly roles: readonly string[];
  /** Roles that the way of signing in gives, whatever the configuration assigns: those of a development guest. */
  readonly grantedRoles?: readonly string[];
  /** Instant at which the token ends. */
  readonly expiresAt?: Date;
  /** Names the session that the token belongs to; it stays the same when the token is renewed, and proves nothing. */
  readonly sessionId?: string;
  /** The plugin that asks in the user's name, where one does. */
  readonly actor?: { readonly type: 'service'; readonly subject: string };
}

/** What a program may do in one plugin, where its token is restricted. */
export interface AccessRestriction {
  /** Names of permissions; without them all that fit `actions`. */
  readonly permissionNames?: readonly string[];
  /** Actions of permissions: create, read, update, delete, use. */
  readonly actions?: readonly string[];
}

/** A program: another plugin (`plugin:<id>`) or one with a token of its own (the subject that the configuration gives it). */
export interface ServicePrincipal {
  readonly type: 'service';
  readonly subject: string;
  readonly roles: readonly string[];
  /** What `accessRestrictions` of its token leave it in this plugin. */
  readonly restriction?: AccessRestriction;
}

/** Nobody in particular. */
export interface NonePrincipal {
  readonly type: 'none';
}

/** Who a request comes from. */
export type Principal = UserPrincipal | ServicePrincipal | NonePrincipal;

/** Kinds of principals, as `allow` names them. */
export type PrincipalType = Principal['type'];

/** The proven origin of a request. Pass on the object itself: a copy can't be used for a call on the user's behalf. */
export interface Credentials<P extends Principal = Principal> {
  readonly principal: P;
}

/** True where credentials are of this kind. */
export function isPrincipal<T extends PrincipalType>(credentials: Credentials, type: T): credentials is Credentials<Extract<Principal, { type: T }>>;
/** `unknown` is every kind. */
export function isPrincipal(credentials: Credentials, type: 'unknown'): boolean;
export function isPrincipal({ principal }: Credentials, type: PrincipalType | 'unknown'): boolean {
  return type === 'unknown' || principal.type === type;
}
