import type { Knex } from 'knex';
import type { Migration } from '@portico/backend-framework';

const longestValidMs = (30 * 24 + 8) * 60 * 60 * 1000;

interface SigningKeyRow {
  readonly kid: string;
  readonly purpose: string;
  readonly private_jwk: string;
  readonly created_at_ms: number | string;
}

async function keepPublicHalves(knex: Knex): Promise<void> {
  const rows: SigningKeyRow[] = await knex<SigningKeyRow>('signing_keys');
  for (const row of rows) {
    const { d: _private, ...publicJwk } = JSON.parse(row.private_jwk) as Record<string, unknown>;
    await knex('verifying_keys').insert({
      kid: row.kid,
      purpose: row.purpose,
      public_jwk: JSON.stringify(publicJwk),
      expires_at_ms: Number(row.created_at_ms) + longestValidMs,
    });
  }
}

/**
 * Only public halves of keys are stored: who reads the database can't make sessions. Going down keeps none, because the
 * private halves are gone; users sign in again.
 */
export const verifyingKeysMigration: Migration = {
  name: '20261121-verifying-keys',
  async up(knex) {
    await knex.schema.createTable('verifying_keys', table => {
      table.string('kid', 64).primary();
      table.string('purpose', 16).notNullable().comment('development or regular: who the sessions may be');
      table.text('public_jwk').notNullable();
      table.bigInteger('expires_at_ms').notNullable();
      table.index(['purpose', 'expires_at_ms']);
    });
    await keepPublicHalves(knex);
    await knex.schema.dropTable('signing_keys');
    await knex.schema.createTable('revoked_sessions', table => {
      table.string('session_id', 64).primary();
      table.bigInteger('expires_at_ms').notNullable();
      table.index(['expires_at_ms']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('revoked_sessions');
    await knex.schema.createTable('signing_keys', table => {
      table.string('kid', 64).primary();
      table.string('purpose', 16).notNullable().comment('development or regular: who the sessions may be');
      table.text('private_jwk').notNullable();
      table.bigInteger('created_at_ms').notNullable();
      table.index(['purpose', 'created_at_ms']);
    });
    await knex.schema.dropTable('verifying_keys');
  },
};
