import type { Migration } from '@portico/backend-framework';

/** Key pairs that sign sessions. */
export const signingKeysMigration: Migration = {
  name: '20261121-signing-keys',
  async up(knex) {
    await knex.schema.createTable('signing_keys', table => {
      table.string('kid', 64).primary();
      table.string('purpose', 16).notNullable().comment('development or regular: who the sessions may be');
      table.text('private_jwk').notNullable();
      table.bigInteger('created_at_ms').notNullable();
      table.index(['purpose', 'created_at_ms']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('signing_keys');
  },
};
