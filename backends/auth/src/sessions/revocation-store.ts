import type { Knex } from 'knex';

/** Sessions that ended before their tokens do. */
export interface RevocationStore {
  /** Ends a session; `expiresAtMs` is when its last token ends by itself. */
  revoke(sessionId: string, expiresAtMs: number): Promise<void>;
  isRevoked(sessionId: string): Promise<boolean>;
  /** Ids of all that could still be used otherwise. */
  list(nowMs: number): Promise<string[]>;
}

interface Row {
  readonly session_id: string;
  readonly expires_at_ms: number | string;
}

/** Kept in the plugin's own database until the tokens have ended. */
export function createRevocationStore(knex: Knex): RevocationStore {
  const table = () => knex<Row>('revoked_sessions');
  return {
    async revoke(sessionId, expiresAtMs) {
      await table().where('expires_at_ms', '<', Date.now()).delete();
      await table().insert({ session_id: sessionId, expires_at_ms: expiresAtMs }).onConflict('session_id').ignore();
    },
    isRevoked: async sessionId => (await table().where({ session_id: sessionId }).first('session_id')) !== undefined,
    async list(nowMs) {
      const rows = await table().where('expires_at_ms', '>', nowMs).orderBy('session_id').select('session_id');
      return rows.map(row => row.session_id);
    },
  };
}
