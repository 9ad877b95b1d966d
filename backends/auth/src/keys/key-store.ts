import type { PublicKeyStore } from '@portico/backend-framework';
import type { Knex } from 'knex';
import type { JWK } from 'jose';

/** Keys of development sessions are not accepted once the portal is no longer a development portal. */
export type KeyPurpose = 'development' | 'regular';

interface Row {
  readonly kid: string;
  readonly purpose: KeyPurpose;
  readonly public_jwk: string;
  readonly expires_at_ms: number | string;
}

/** Public keys of one purpose in the plugin's own database. */
export function createKeyStore(knex: Knex, purpose: KeyPurpose): PublicKeyStore {
  const table = () => knex<Row>('verifying_keys');
  return {
    async add({ kid, publicJwk, expiresAtMs }) {
      await table().insert({ kid, purpose, public_jwk: JSON.stringify(publicJwk), expires_at_ms: expiresAtMs });
    },
    async listAfter(instantMs) {
      const rows = await table().where({ purpose }).where('expires_at_ms', '>', instantMs).orderBy('kid');
      return rows.map(row => ({
        kid: row.kid,
        publicJwk: JSON.parse(row.public_jwk) as JWK,
        expiresAtMs: Number(row.expires_at_ms),
      }));
    },
    async removeBefore(instantMs) {
      await table().where({ purpose }).where('expires_at_ms', '<', instantMs).delete();
    },
  };
}
