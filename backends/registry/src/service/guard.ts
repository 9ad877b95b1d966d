import { isPorticoError } from '@portico/errors';
import { nameOf, requirePermission } from '../access/access.ts';
import type { Caller, Owned, PermissionName } from '../access/access.ts';
import { writeAudit } from '../store/audit-store.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';

/** What somebody wants to do to a remote. */
export interface Attempt {
  readonly caller: Caller;
  readonly permission: PermissionName;
  /** As the audit trail calls it. */
  readonly action: string;
  readonly remote: Owned & { readonly id: string };
}

/**
 * Lets through who may; an attempt of somebody else is written down.
 *
 * @throws REGISTRY_PERMISSION_MISSING
 */
export async function guard(database: RegistryDatabase, { caller, permission, action, remote }: Attempt): Promise<void> {
  try {
    requirePermission(caller, permission, remote);
  } catch (refusal) {
    const note = isPorticoError(refusal) ? refusal.message : undefined;
    const actor = nameOf(caller);
    await writeAudit(database.knex, { actor, action, remote: remote.id.slice(0, 63), outcome: 'refused', note });
    throw refusal;
  }
}
