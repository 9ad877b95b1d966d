import { createError, isPorticoError, registryErrors } from '@portico/errors';
import type { Caller } from '../access/access.ts';
import type { KnownRemotes } from '../service/known-remotes.ts';
import { writeAudit } from '../store/audit-store.ts';
import type { AuditRecord } from '../store/audit-store.ts';
import type { OverrideRecord, OverrideStore } from '../store/override-store.ts';
import type { RegistryDatabase } from '../store/registry-database.ts';
import { sessionOf } from './override-access.ts';
import type { OverrideAccess } from './override-access.ts';

/** The overrides of sessions, with their beginning and end in the audit trail. */
export interface OverrideSessions {
  /** Those of the caller's session that hold. What has run out, or is not allowed any more, has ended with this. */
  current(caller: Caller): Promise<OverrideRecord[]>;
  /** @throws REGISTRY_OVERRIDE_TOO_MANY */
  keep(record: OverrideRecord, most: number): Promise<void>;
  end(record: OverrideRecord, reason: Pick<AuditRecord, 'actor' | 'action' | 'outcome' | 'note'>): Promise<void>;
  /** It has run out. */
  expire(record: OverrideRecord): Promise<void>;
}

/** What it works with. */
export interface OverrideSessionsParts {
  readonly store: OverrideStore;
  readonly database: RegistryDatabase;
  readonly access: OverrideAccess;
  readonly remotes: KnownRemotes;
  readonly now: () => number;
}

const registry = 'service:registry';

function describe({ url, expiresAtMs }: OverrideRecord): object {
  return { url, expiresAt: new Date(expiresAtMs).toISOString() };
}

/** Makes it. */
export function createOverrideSessions({ store, database, access, remotes, now }: OverrideSessionsParts): OverrideSessions {
  async function end(record: OverrideRecord, reason: Pick<AuditRecord, 'actor' | 'action' | 'outcome' | 'note'>): Promise<void> {
    // Of several tabs, or replicas, that see the end one writes it down.
    if (!(await store.remove(record))) return;
    const { remote } = record;
    await writeAudit(database.knex, { ...reason, remote, changes: [{ remote, subject: 'override', before: describe(record), after: null }] });
  }

  const expire = (record: OverrideRecord): Promise<void> =>
    end(record, { actor: registry, action: 'override.expire', note: `Set by ${record.actor}` });

  async function holds(caller: Caller, record: OverrideRecord): Promise<boolean> {
    if (record.expiresAtMs <= now()) {
      await expire(record);
      return false;
    }
    const unknown = remotes.find(record.remote) ? undefined : createError(registryErrors.REMOTE_UNKNOWN, { remote: record.remote });
    const fault = unknown ?? (await access.whyNot(caller, record.remote, record.url));
    if (fault) await end(record, { actor: registry, action: 'override.end', outcome: 'refused', note: fault.message });
    return !fault;
  }

  return {
    end,
    expire,
    async current(caller) {
      const sessionId = sessionOf(caller);
      const all = sessionId === undefined ? [] : await store.of(sessionId);
      const held: OverrideRecord[] = [];
      for (const record of all) {
        // While nobody can say whether it is allowed it is not shown, and not ended either.
        const isHeld = await holds(caller, record).catch((thrown: unknown) => {
          if (isPorticoError(thrown)) return false;
          throw thrown;
        });
        if (isHeld) held.push(record);
      }
      return held;
    },
    async keep(record, most) {
      const { sessionId, remote, actor } = record;
      const before = (await store.of(sessionId)).find(one => one.remote === remote);
      await store.put(record);
      // Counted afterwards: two that come at once can't both be the last that has room.
      const kept = (await store.of(sessionId)).filter(({ expiresAtMs }) => expiresAtMs > now());
      if (kept.length > most) {
        await store.remove(record);
        throw createError(registryErrors.OVERRIDE_TOO_MANY, { limit: most });
      }
      const changes = [{ remote, subject: 'override', before: before ? describe(before) : null, after: describe(record) }];
      await writeAudit(database.knex, { actor, action: 'override.set', remote, changes });
    },
  };
}
