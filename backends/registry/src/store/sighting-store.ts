import type { Knex } from 'knex';
import { retrying } from './retrying.ts';

/** A session that runs a version of a remote. */
export interface Sighting {
  readonly remote: string;
  readonly version: string;
  /** Stands for the session; nobody can be told from it. */
  readonly sessionHash: string;
  /** Stands for the user in the same way. */
  readonly userHash: string;
  readonly atMs: number;
}

/** How many sessions run a version, and when one was last heard of. */
export interface Seen {
  readonly sessions: number;
  /** ISO 8601 instant. */
  readonly lastAt: string;
}

/** By remote and version. */
export type SeenVersions = ReadonlyMap<string, ReadonlyMap<string, Seen>>;

interface SeenRow {
  remote_id: string;
  version: string;
  sessions: number | string;
  at: number | string;
}

const dayMs = 24 * 3600 * 1000;
const atATime = 80;

/** One row for each version, day and session, whatever the number of reports. */
export async function addSightings(knex: Knex, sightings: readonly Sighting[]): Promise<void> {
  const rows = new Map<string, object>();
  for (const { remote, version, sessionHash, userHash, atMs } of sightings) {
    const key = { remote_id: remote, version, day: Math.floor(atMs / dayMs), session_hash: sessionHash };
    rows.set(JSON.stringify(Object.values(key)), { ...key, user_hash: userHash, last_at_ms: atMs });
  }
  // In one order, so that two processes that keep the same wait for each other and don't stand in each other's way.
  const sorted = [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row);
  for (let start = 0; start < sorted.length; start += atATime) {
    const some = sorted.slice(start, start + atATime);
    await retrying(async () => {
      await knex('sightings').insert(some).onConflict(['remote_id', 'version', 'day', 'session_hash']).merge(['last_at_ms', 'user_hash']);
    });
  }
}

/**
 * Of each remote that a user has just reported, only the versions that the user said last to run stay claimed: those of the
 * report, and as many earlier ones as there is room for. What others say is left alone.
 */
export async function forgetEarlierClaims(knex: Knex, reported: readonly Sighting[], mostVersions: number): Promise<void> {
  const [first] = reported;
  if (!first) return;
  const room = new Map<string, number>();
  for (const { remote } of reported) room.set(remote, (room.get(remote) ?? mostVersions) - 1);
  const isReported = new Set(reported.map(({ remote, version }) => `${remote} ${version}`));
  const ofUser = { user_hash: first.userHash };
  const claims = (await knex('sightings')
    .where(ofUser)
    .whereIn('remote_id', [...room.keys()])
    .groupBy('remote_id', 'version')
    .select('remote_id', 'version')
    .max({ at: 'last_at_ms' })
    .orderBy('at', 'desc')) as Pick<SeenRow, 'remote_id' | 'version'>[];
  for (const { remote_id: id, version } of claims) {
    if (isReported.has(`${id} ${version}`)) continue;
    const left = room.get(id) ?? 0;
    room.set(id, left - 1);
    if (left <= 0) await retrying(async () => void (await knex('sightings').where({ ...ofUser, remote_id: id, version }).delete()));
  }
}

/** The versions that sessions were seen with since a moment, of all remotes or of one. */
export async function readSeen(knex: Knex, sinceMs: number, remote?: string): Promise<SeenVersions> {
  const query = knex('sightings').where('day', '>=', Math.floor(sinceMs / dayMs)).where('last_at_ms', '>=', sinceMs);
  if (remote !== undefined) void query.where('remote_id', remote);
  const rows = (await query
    .groupBy('remote_id', 'version')
    .select('remote_id', 'version')
    .countDistinct({ sessions: 'session_hash' })
    .max({ at: 'last_at_ms' })) as SeenRow[];
  const found = new Map<string, Map<string, Seen>>();
  for (const { remote_id: id, version, sessions, at } of rows) {
    const versions = found.get(id) ?? new Map<string, Seen>();
    found.set(id, versions.set(version, { sessions: Number(sessions), lastAt: new Date(Number(at)).toISOString() }));
  }
  return found;
}

/** Forgets what is older than a moment. */
export async function forgetSightings(knex: Knex, beforeMs: number): Promise<void> {
  await knex('sightings').where('last_at_ms', '<', beforeMs).delete();
}
