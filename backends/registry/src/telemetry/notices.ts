import type { RegistryNotice } from '@portico/contracts';
import type { RegistryParts } from '../service/registry-parts.ts';
import { readAudit } from '../store/audit-store.ts';

/** Entries of the audit trail that people should hear of. */
const kinds: Readonly<Record<string, RegistryNotice['kind']>> = { 'channel.auto-rollback': 'rolled-back', 'version.alert': 'alert' };

function versionIn(value: unknown): string | undefined {
  return (value as { version?: string } | null)?.version;
}

/** Makes a look for what the registry did by itself since the last look, in this process or in another. */
export function createNotices(parts: Pick<RegistryParts, 'database' | 'remotes'>): () => Promise<RegistryNotice[]> {
  const { database, remotes } = parts;
  let last: number | undefined;
  return async () => {
    const entries = await readAudit(database.knex, { actor: 'service:registry', limit: 20 });
    const fresh = entries.filter(({ id, action }) => last !== undefined && id > last && Object.hasOwn(kinds, action));
    last = entries[0]?.id ?? last ?? 0;
    return fresh.reverse().map(({ id, action, at, remote = '', changes, note = '' }): RegistryNotice => {
      const [change] = changes;
      const [subject = '', name = ''] = change?.subject.split(' ') ?? [];
      const { owner, publishers = [] } = remotes.find(remote) ?? {};
      const to = versionIn(change?.after);
      return {
        kind: kinds[action] ?? 'alert',
        remote,
        channel: subject === 'channel' ? name : 'stable',
        from: versionIn(change?.before) ?? name,
        ...(to === undefined ? {} : { to }),
        publishers: [...(owner === undefined ? [] : [owner]), ...publishers],
        audit: id,
        at,
        message: note,
      };
    });
  };
}
