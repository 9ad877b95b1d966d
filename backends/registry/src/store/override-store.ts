import type { Knex } from 'knex';
import { isShared } from './column-types.ts';

/** A remote that a user has replaced in one session. */
export interface OverrideRecord {
  readonly sessionId: string;
  readonly remote: string;
  /** Who has set it. */
  readonly actor: string;
  readonly url: string;
  /** As the browser has read it; absent where there is only an entry. */
  readonly manifest?: unknown;
  readonly setAtMs: number;
  readonly expiresAtMs: number;
}

/** Keeps overrides, by session and remote. */
export interface OverrideStore {
  /** All of a session, the ended ones too, oldest first. */
  of(sessionId: string): Promise<OverrideRecord[]>;
  /** Sets it, in the place of one that the session has for the same remote. */
  put(record: OverrideRecord): Promise<void>;
  /** Changes what an override says of itself; false when there is none from that place any more. */
  renew(record: OverrideRecord, manifest: unknown): Promise<boolean>;
  /** True for whoever has removed it: one of those who try. */
  remove(record: Pick<OverrideRecord, 'sessionId' | 'remote' | 'setAtMs'>): Promise<boolean>;
  /** Those that end before a moment. */
  endingBefore(ms: number): Promise<OverrideRecord[]>;
}

interface Row {
  session_id: string;
  remote_id: string;
  actor: string;
  url: string;
  manifest: string | null;
  set_at_ms: number | string;
  expires_at_ms: number | string;
}

function toRecord(row: Row): OverrideRecord {
  return {
    sessionId: row.session_id,
    remote: row.remote_id,
    actor: row.actor,
    url: row.url,
    ...(row.manifest === null ? {} : { manifest: JSON.parse(row.manifest) as unknown }),
    setAtMs: Number(row.set_at_ms),
    expiresAtMs: Number(row.expires_at_ms),
  };
}

function toRow({ sessionId, remote, actor, url, manifest, setAtMs, expiresAtMs }: OverrideRecord): Row {
  return {
    session_id: sessionId,
    remote_id: remote,
    actor: actor.slice(0, 300),
    url,
    manifest: manifest === undefined ? null : JSON.stringify(manifest),
    set_at_ms: setAtMs,
    expires_at_ms: expiresAtMs,
  };
}

/** In the registry's database, so that all replicas know them. */
export function createOverrideStore(knex: Knex): OverrideStore {
  const table = () => knex<Row>('overrides');
  /** The sessions that have some, where nobody else can write: every snapshot asks, and hardly any session has one. */
  let sessions: Promise<Set<string>> | undefined;
  const alone = isShared(knex) ? undefined : () => (sessions ??= table().distinct('session_id').pluck('session_id').then(ids => new Set(ids)));

  return {
    async of(sessionId) {
      if (alone && !(await alone()).has(sessionId)) return [];
      return (await table().where({ session_id: sessionId }).orderBy(['set_at_ms', 'remote_id'])).map(toRecord);
    },
    async put(record) {
      await table().insert(toRow(record)).onConflict(['session_id', 'remote_id']).merge();
      (await alone?.())?.add(record.sessionId);
    },
    async renew({ sessionId, remote, url, setAtMs }, manifest) {
      const where = { session_id: sessionId, remote_id: remote, url, set_at_ms: setAtMs };
      return (await table().where(where).update({ manifest: JSON.stringify(manifest) })) > 0;
    },
    async remove({ sessionId, remote, setAtMs }) {
      const removed = await table().where({ session_id: sessionId, remote_id: remote, set_at_ms: setAtMs }).delete();
      return removed > 0;
    },
    endingBefore: async ms => (await table().where('expires_at_ms', '<=', ms).limit(500)).map(toRecord),
  };
}
