import { isDeepStrictEqual } from 'node:util';
import type { AuditChange, AuditEntry, AuditPage } from '@portico/contracts';
import { createError, registryErrors } from '@portico/errors';
import * as v from 'valibot';
import { nameOf } from '../access/access.ts';
import type { Caller, PermissionName } from '../access/access.ts';
import { changesTrust } from '../model/remote-record.ts';
import { markUndone, readAudit, readAuditEntry } from '../store/audit-store.ts';
import { readBody } from './read-body.ts';
import type { RegistryParts } from './registry-parts.ts';
import { changeSettings, keyOfSubject } from './setting-changes.ts';
import type { SettingChange } from './setting-changes.ts';

/** What was changed by whom, and the way back. */
export interface AuditTrail {
  /** @throws REGISTRY_BODY_INVALID for a filter that can't be read */
  page(caller: Caller, query: unknown): Promise<AuditPage>;
  /** Gives the new entry. @throws REGISTRY_AUDIT_UNKNOWN, REGISTRY_UNDO_IMPOSSIBLE, REGISTRY_PERMISSION_MISSING */
  undo(caller: Caller, number: string): Promise<AuditEntry>;
}

const number = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'Expected a number'), v.transform(Number));
const word = v.pipe(v.string(), v.maxLength(300));
const querySchema = v.object({
  remote: v.optional(word),
  actor: v.optional(word),
  action: v.optional(word),
  outcome: v.optional(word),
  before: v.optional(number),
  limit: v.optional(v.pipe(number, v.minValue(1), v.maxValue(200))),
});
const defaultLimit = 50;

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** Like what somebody may change, so may they change it back. */
function permissionFor({ subject }: AuditChange): PermissionName {
  return subject.startsWith('remote') ? 'disable' : 'promote';
}

/** Makes the audit trail. */
export function createAuditTrail(parts: RegistryParts): AuditTrail {
  const { core, remotes, database, gate, visibility } = parts;

  function reverse(entry: AuditEntry, change: AuditChange): SettingChange {
    return {
      ...keyOfSubject(change),
      next(current) {
        if (!isDeepStrictEqual(current ?? null, change.after)) {
          const reason = `${change.subject} of ${change.remote} was changed again since`;
          throw createError(registryErrors.UNDO_IMPOSSIBLE, { entry: entry.id, reason });
        }
        return (change.before ?? undefined) as object | undefined;
      },
    };
  }

  /** Nothing is told of remotes that the caller may not know of. */
  async function withoutHidden(caller: Caller, entries: readonly AuditEntry[]): Promise<AuditEntry[]> {
    const hidden = await visibility.hiddenFrom(caller);
    if (hidden.size === 0) return [...entries];
    const told = entries.map(entry => ({ ...entry, changes: entry.changes.filter(({ remote }) => !hidden.has(remote)) }));
    return told.filter(({ remote = '', changes }, index) => !hidden.has(remote) && (changes.length > 0 || entries[index]?.changes.length === 0));
  }

  /** To somebody who may not take an entry back it is none that can be. */
  async function forCaller(caller: Caller, entries: readonly AuditEntry[]): Promise<AuditEntry[]> {
    const ids = [...new Set(entries.flatMap(({ changes }) => changes.map(({ remote }) => remote)))];
    const may = await gate.permissionsOf(caller, ids.map(remotes.find));
    const permitted = (change: AuditChange): boolean => may[ids.indexOf(change.remote)]?.includes(permissionFor(change)) ?? false;
    return entries.map(entry => ({ ...entry, undoable: entry.undoable && entry.changes.every(permitted) }));
  }

  return {
    async page(caller, query) {
      const { limit = defaultLimit, ...wanted } = readBody(querySchema, query);
      const entries = await readAudit(database.knex, { ...defined(wanted), limit: limit + 1 });
      const shown = entries.slice(0, limit);
      const last = shown.at(-1);
      return { entries: await withoutHidden(caller, await forCaller(caller, shown)), ...(entries.length > limit && last ? { next: last.id } : {}) };
    },
    async undo(caller, given) {
      const entry = /^\d{1,9}$/.test(given) ? await readAuditEntry(database.knex, Number(given)) : undefined;
      if (!entry || (await withoutHidden(caller, [entry])).length === 0) throw createError(registryErrors.AUDIT_UNKNOWN, { entry: given.slice(0, 40) });
      for (const change of entry.changes) {
        const attempt = { caller, permission: permissionFor(change), action: 'audit.undo' };
        const remote = remotes.find(change.remote) ?? { id: change.remote };
        await gate.pass({ ...attempt, remote });
        if (change.subject === 'remote' && changesTrust(change.before as object | null, change.after as object | null)) await gate.passTrust({ ...attempt, remote });
      }
      if (!entry.undoable) {
        const reason = entry.undoneBy === undefined ? `${entry.action} can't be reversed` : `it was undone by entry ${entry.undoneBy}`;
        throw createError(registryErrors.UNDO_IMPOSSIBLE, { entry: entry.id, reason });
      }
      const reason = { actor: nameOf(caller), action: 'audit.undo', remote: entry.remote, note: `Undoes entry ${entry.id}` };
      const made = await core.change({
        async work(scope) {
          const undoing = await changeSettings(scope, reason, entry.changes.map(change => reverse(entry, change)));
          await markUndone(scope.transaction, entry.id, undoing);
          return undoing;
        },
      });
      return (await readAuditEntry(database.knex, made)) as AuditEntry;
    },
  };
}
