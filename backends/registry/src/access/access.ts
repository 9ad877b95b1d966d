import type { ServicePrincipal, UserPrincipal } from '@portico/backend-framework';

/** Who asks something of the registry. */
export type Caller = UserPrincipal | ServicePrincipal;

/** What can be permitted; the names of the permissions are `registry.remote.<this>`. */
export const permissions = ['read', 'register', 'publish', 'promote', 'rollback', 'disable', 'override'] as const;

/** One of the permissions. */
export type PermissionName = (typeof permissions)[number];

/** Who stands behind a remote. */
export interface Owned {
  readonly owner?: string | undefined;
  readonly publishers?: readonly string[] | undefined;
}

/** How a caller is named in the audit trail. */
export function nameOf(caller: Caller): string {
  return caller.type === 'user' ? caller.userEntityRef : caller.subject;
}

/** Whether a remote belongs to a caller. */
export function owns(caller: Caller, { owner, publishers = [] }: Owned): boolean {
  if (caller.type === 'service') return publishers.includes(caller.subject);
  return owner !== undefined && caller.ownershipEntityRefs.includes(owner.toLowerCase());
}
