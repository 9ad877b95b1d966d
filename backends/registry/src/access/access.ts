import type { ServicePrincipal, UserPrincipal } from '@portico/backend-framework';
import { createError, registryErrors } from '@portico/errors';
import { ownerOf } from '../model/owner.ts';

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

const admin = 'portal-admin';
const publisher = 'remote-publisher';

/** How a caller is named in the audit trail. */
export function nameOf(caller: Caller): string {
  return caller.type === 'user' ? caller.userEntityRef : caller.subject;
}

/** Whether a remote belongs to a caller. */
export function owns(caller: Caller, { owner, publishers = [] }: Owned): boolean {
  if (caller.type === 'service') return publishers.includes(caller.subject);
  return owner !== undefined && caller.ownershipEntityRefs.includes(owner.toLowerCase());
}

/** Whether a caller may do something with a remote. */
export function mayDo(caller: Caller, permission: PermissionName, remote: Owned): boolean {
  if (permission === 'read' || caller.roles.includes(admin)) return true;
  return caller.roles.includes(publisher) && owns(caller, remote);
}

/** What a caller may do with a remote, without reading. */
export function permissionsOf(caller: Caller, remote: Owned): PermissionName[] {
  return permissions.filter(permission => permission !== 'read' && mayDo(caller, permission, remote));
}

/** @throws REGISTRY_PERMISSION_MISSING */
export function requirePermission(caller: Caller, permission: PermissionName, remote: Owned & { readonly id: string }): void {
  if (mayDo(caller, permission, remote)) return;
  throw createError(registryErrors.PERMISSION_MISSING, {
    permission: `registry.remote.${permission}`,
    remote: remote.id,
    owner: ownerOf(remote),
  });
}
