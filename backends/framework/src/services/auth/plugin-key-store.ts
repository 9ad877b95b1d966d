import type { Knex } from 'knex';
import type { JWK } from 'jose';
import type { DatabaseService } from '../database/database-service.ts';
import type { PublicKeyStore } from './signing-keys.ts';

const tableName = 'portico_plugin_keys';

interface Row {
  readonly kid: string;
  readonly public_jwk: string;
  readonly expires_at_ms: number | string;
}

async function createTable(knex: Knex): Promise<void> {
  if (await knex.schema.hasTable(tableName)) return;
  await knex.schema
    .createTable(tableName, table => {
      table.string('kid', 64).primary();
      table.text('public_jwk').notNullable();
      table.bigInteger('expires_at_ms').notNullable();
    })
    .catch(async (thrown: unknown) => {
      // Another replica may have been quicker.
      if (!(await knex.schema.hasTable(tableName))) throw thrown;
    });
}

/** Public keys in the plugin's own database, in a table that is made on first use. */
export function createPluginKeyStore(database: DatabaseService): PublicKeyStore {
  let opening: Promise<Knex> | undefined;
  const open = () =>
    (opening ??= database.getClient().then(async knex => {
      await createTable(knex);
      return knex;
    })).catch((thrown: unknown) => {
      opening = undefined;
      throw thrown;
    });
  return {
    async add({ kid, publicJwk, expiresAtMs }) {
      await (await open())<Row>(tableName).insert({ kid, public_jwk: JSON.stringify(publicJwk), expires_at_ms: expiresAtMs });
    },
    async listAfter(instantMs) {
      const knex = await open();
      const rows: Row[] = await knex<Row>(tableName).where('expires_at_ms', '>', instantMs).orderBy('kid');
      return rows.map(row => ({
        kid: row.kid,
        publicJwk: JSON.parse(row.public_jwk) as JWK,
        expiresAtMs: Number(row.expires_at_ms),
      }));
    },
    async removeBefore(instantMs) {
      await (await open())<Row>(tableName).where('expires_at_ms', '<', instantMs).delete();
    },
  };
}
