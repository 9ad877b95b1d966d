import { createError, registryErrors } from '@portico/errors';
import type { Knex } from 'knex';
import type { Quota } from './retention-policy.ts';

/** What a remote has. */
export interface Usage {
  readonly bytes: number;
  readonly versions: number;
}

const megabytes = (bytes: number): string => `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;

/** What the versions of a remote are together, as the database has it now. */
export async function readUsage(knex: Knex, remote: string): Promise<Usage> {
  const row = (await knex('versions').where({ remote_id: remote }).sum({ bytes: 'bytes' }).count({ versions: '*' }).first()) as
    | { bytes: number | string | null; versions: number | string }
    | undefined;
  return { bytes: Number(row?.bytes ?? 0), versions: Number(row?.versions ?? 0) };
}

/** @throws REGISTRY_QUOTA_USED_UP when one more version of these bytes has no room */
export function requireRoom(quota: Quota, remote: string, { used, bytes }: { readonly used: Usage; readonly bytes: number }): void {
  if (used.bytes + bytes <= quota.bytes && used.versions + 1 <= quota.versions) return;
  throw createError(registryErrors.QUOTA_USED_UP, {
    remote,
    bytes: megabytes(quota.bytes),
    versions: quota.versions,
    usedBytes: megabytes(used.bytes),
    usedVersions: used.versions,
    newBytes: megabytes(bytes),
  });
}
