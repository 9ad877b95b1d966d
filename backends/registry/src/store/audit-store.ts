import type { AuditChange, AuditEntry } from '@portico/contracts';
import type { Knex } from 'knex';

/** What is written about something that happened. */
export interface AuditRecord {
  readonly actor: string;
  readonly action: string;
  readonly remote?: string | undefined;
  /** Default `done`. */
  readonly outcome?: AuditEntry['outcome'];
  readonly changes?: readonly AuditChange[];
  readonly note?: string | undefined;
}

/** Which entries are wanted. */
export interface AuditFilter {
  readonly remote?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly outcome?: string;
  /** Only entries with a smaller number. */
  readonly before?: number;
  readonly limit: number;
}

interface AuditRow {
  number: number;
  at: string;
  actor: string;
  action: string;
  remote_id: string | null;
  outcome: string;
  changes: string;
  note: string | null;
  undone_by: number | null;
}

const undoable = /^(channel|pin|remote|mark) /;

function toEntry(row: AuditRow): AuditEntry {
  const changes = JSON.parse(row.changes) as AuditChange[];
  const isUndone = row.undone_by !== null;
  return {
    id: Number(row.number),
    at: row.at,
    actor: row.actor,
    action: row.action,
    ...(row.remote_id === null ? {} : { remote: row.remote_id }),
    outcome: row.outcome as AuditEntry['outcome'],
    changes,
    ...(row.note === null ? {} : { note: row.note }),
    undoable: !isUndone && changes.length > 0 && changes.every(({ subject }) => undoable.test(`${subject} `)),
    ...(isUndone ? { undoneBy: Number(row.undone_by) } : {}),
  };
}

/** Writes an entry and gives its number. Inside a change, so that no other entry comes between. */
export async function writeAudit(knex: Knex, record: AuditRecord): Promise<number> {
  const { actor, action, remote, outcome = 'done', changes = [], note } = record;
  await knex('audit').insert({
    at: new Date().toISOString(),
    actor: actor.slice(0, 300),
    action,
    remote_id: remote ?? null,
    outcome,
    changes: JSON.stringify(changes),
    note: note?.slice(0, 1000) ?? null,
    undone_by: null,
  });
  const row = await knex('audit').max({ number: 'number' }).first();
  return Number(row?.['number']);
}

/** One entry. */
export async function readAuditEntry(knex: Knex, number: number): Promise<AuditEntry | undefined> {
  const row = (await knex('audit').where({ number }).first()) as AuditRow | undefined;
  return row && toEntry(row);
}

/** Entries, newest first. */
export async function readAudit(knex: Knex, filter: AuditFilter): Promise<AuditEntry[]> {
  const { remote, actor, action, outcome, before, limit } = filter;
  const query = knex('audit').orderBy('number', 'desc').limit(limit);
  if (remote !== undefined) void query.where('remote_id', remote);
  if (actor !== undefined) void query.where('actor', actor);
  if (action !== undefined) void query.where('action', action);
  if (outcome !== undefined) void query.where('outcome', outcome);
  if (before !== undefined) void query.where('number', '<', before);
  return ((await query) as AuditRow[]).map(toEntry);
}

/** Notes which entry undid another. */
export async function markUndone(knex: Knex, number: number, undoneBy: number): Promise<void> {
  await knex('audit').where({ number }).update({ undone_by: undoneBy });
}
