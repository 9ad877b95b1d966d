import type { LoadEvent } from '@portico/contracts';
import type { Knex } from 'knex';
import { isError, isLoad } from '../telemetry/outcomes.ts';

/** What a browser reported, as it is kept. */
export interface LoadRow {
  readonly version: string;
  readonly atMs: number;
  /** Stands for the user; nobody can be told from it. */
  readonly userHash: string;
  readonly outcome: LoadEvent['outcome'];
  readonly code?: string;
  readonly because?: string;
  readonly ms?: number;
}

/** A report with the remote that it is about. */
export interface NewLoad extends LoadRow {
  readonly remote: string;
}

interface Row {
  version: string;
  at_ms: number | string;
  user_hash: string;
  outcome: string;
  code: string | null;
  because: string | null;
  ms: number | null;
}

const atATime = 80;
const mostRows = 50_000;

/** Keeps reports. */
export async function addLoads(knex: Knex, loads: readonly NewLoad[]): Promise<void> {
  const rows = loads.map(({ remote, version, atMs, userHash, outcome, code, because, ms }) => ({
    remote_id: remote,
    version,
    at_ms: atMs,
    user_hash: userHash,
    outcome,
    code: code ?? null,
    because: because ?? null,
    ms: ms === undefined ? null : Math.round(ms),
  }));
  for (let start = 0; start < rows.length; start += atATime) await knex('loads').insert(rows.slice(start, start + atATime));
}

function toLoad(row: Row): LoadRow {
  return {
    version: row.version,
    atMs: Number(row.at_ms),
    userHash: row.user_hash,
    outcome: row.outcome as LoadEvent['outcome'],
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.because === null ? {} : { because: row.because }),
    ...(row.ms === null ? {} : { ms: Number(row.ms) }),
  };
}

/** The newest reports about a remote since a moment. */
export async function readLoads(knex: Knex, remote: string, sinceMs: number): Promise<LoadRow[]> {
  const query = knex('loads').where({ remote_id: remote }).where('at_ms', '>=', sinceMs);
  const columns = ['version', 'at_ms', 'user_hash', 'outcome', 'code', 'because', 'ms'];
  return ((await query.orderBy('number', 'desc').limit(mostRows).select(columns)) as Row[]).map(toLoad);
}

/** What one user reported of a version: loads that came to an end, and errors. */
export interface UserLoads {
  readonly loads: number;
  readonly errors: number;
}

/** What each user reported of a version since a moment; without what overrides and chaos switches did. One for each user, however much they sent. */
export async function countLoads(knex: Knex, remote: string, { atMs, version }: { readonly atMs: number; readonly version: string }): Promise<UserLoads[]> {
  const rows = (await knex('loads')
    .where({ remote_id: remote, version })
    .where('at_ms', '>=', atMs)
    .where(counted => counted.whereNull('because').orWhereNotIn('because', ['override', 'chaos']))
    .groupBy('user_hash', 'outcome')
    .select('user_hash', 'outcome')
    .count({ count: '*' })) as { user_hash: string; outcome: LoadEvent['outcome']; count: number | string }[];
  const users = new Map<string, UserLoads>();
  for (const { user_hash: user, outcome, count } of rows) {
    const { loads, errors } = users.get(user) ?? { loads: 0, errors: 0 };
    const reported = Number(count);
    users.set(user, { loads: loads + (isLoad({ outcome }) ? reported : 0), errors: errors + (isError({ outcome }) ? reported : 0) });
  }
  return [...users.values()];
}

/** Forgets what is older than a moment. */
export async function forgetLoads(knex: Knex, beforeMs: number): Promise<void> {
  await knex('loads').where('at_ms', '<', beforeMs).delete();
}
