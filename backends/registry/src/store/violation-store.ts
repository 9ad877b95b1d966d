import type { Violation } from '@portico/contracts';
import type { Knex } from 'knex';
import { retrying } from './retrying.ts';

/** Violations of one kind, to be added to those that were counted before. */
export interface NewViolation {
  /** Empty where nothing points to a remote. */
  readonly remote: string;
  readonly version: string;
  readonly directive: string;
  readonly blocked: string;
  readonly by: Violation['attributedBy'];
  readonly file: string;
  readonly count: number;
  readonly atMs: number;
}

interface Row {
  remote_id: string;
  version: string;
  directive: string;
  blocked: string;
  attributed_by: string;
  source: string;
  count: number;
  first_at_ms: number | string;
  last_at_ms: number | string;
}

/** Kinds that are told apart for one remote; what comes after is counted as `others`. */
const mostKinds = 100;
const mostShown = 500;
const key = ['remote_id', 'version', 'directive', 'blocked'];

async function hasPlace(knex: Knex, where: Pick<Row, 'remote_id' | 'version' | 'directive' | 'blocked'>): Promise<boolean> {
  if (await knex('violations').where(where).first('count')) return true;
  const row = await knex('violations').where({ remote_id: where.remote_id }).count({ kinds: '*' }).first();
  return Number(row?.['kinds'] ?? 0) < mostKinds;
}

/** Counts violations. Whatever browsers say, one remote has a limited number of rows. */
export async function addViolation(knex: Knex, violation: NewViolation): Promise<void> {
  const { remote, version, directive, blocked, by, file, count, atMs } = violation;
  const wanted = { remote_id: remote, version, directive, blocked };
  const place = (await hasPlace(knex, wanted)) ? wanted : { ...wanted, version: '', blocked: 'others' };
  const row = { ...place, attributed_by: by, source: file, count, first_at_ms: atMs, last_at_ms: atMs };
  const added = { count: knex.raw('?? + ?', ['violations.count', count]), last_at_ms: atMs, source: file, attributed_by: by };
  await retrying(async () => {
    await knex('violations').insert(row).onConflict(key).merge(added);
  });
}

function toViolation(row: Row): Violation {
  const instant = (ms: number | string): string => new Date(Number(ms)).toISOString();
  return {
    ...(row.remote_id === '' ? {} : { remote: row.remote_id }),
    ...(row.version === '' ? {} : { version: row.version }),
    directive: row.directive,
    blocked: row.blocked,
    attributedBy: row.attributed_by as Violation['attributedBy'],
    ...(row.source === '' ? {} : { source: row.source }),
    count: Number(row.count),
    firstAt: instant(row.first_at_ms),
    lastAt: instant(row.last_at_ms),
  };
}

/** What was counted, the latest first: of all, or of one remote. */
export async function readViolations(knex: Knex, remote?: string): Promise<Violation[]> {
  const query = knex('violations').orderBy('last_at_ms', 'desc').limit(mostShown);
  if (remote !== undefined) void query.where('remote_id', remote);
  return ((await query) as Row[]).map(toViolation);
}

/** Forgets what did not happen since a moment. */
export async function forgetViolations(knex: Knex, beforeMs: number): Promise<void> {
  await knex('violations').where('last_at_ms', '<', beforeMs).delete();
}
