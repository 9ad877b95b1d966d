import type { Knex } from 'knex';
import type { JWK } from 'jose';

/** Keys of development sessions are not accepted once the portal is no longer a development portal. */
export type KeyPurpose = 'development' | 'regular';

/** A key pair; the private JWK holds the public one. */
export interface StoredKey {
  readonly kid: string;
  readonly privateJwk: JWK;
  readonly createdAtMs: number;
}

/** Keeps the key pairs of one purpose. */
export interface KeyStore {
  add(key: StoredKey): Promise<void>;
  /** Keys made at or after the instant, newest first. */
  listSince(createdAtMs: number): Promise<StoredKey[]>;
  removeBefore(createdAtMs: number): Promise<void>;
}

interface Row {
  readonly kid: string;
  readonly purpose: KeyPurpose;
  readonly private_jwk: string;
  readonly created_at_ms: number | string;
}

/** Key pairs in the plugin's own database. */
export function createKeyStore(knex: Knex, purpose: KeyPurpose): KeyStore {
  const table = () => knex<Row>('signing_keys');
  return {
    async add({ kid, privateJwk, createdAtMs }) {
      await table().insert({ kid, purpose, private_jwk: JSON.stringify(privateJwk), created_at_ms: createdAtMs });
    },
    async listSince(createdAtMs) {
      const rows = await table().where({ purpose }).where('created_at_ms', '>=', createdAtMs).orderBy('created_at_ms', 'desc');
      return rows.map(row => ({
        kid: row.kid,
        privateJwk: JSON.parse(row.private_jwk) as JWK,
        createdAtMs: Number(row.created_at_ms),
      }));
    },
    async removeBefore(createdAtMs) {
      await table().where({ purpose }).where('created_at_ms', '<', createdAtMs).delete();
    },
  };
}
