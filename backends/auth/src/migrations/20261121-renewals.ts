import type { Migration } from '@portico/backend-framework';

/** What sign-in providers gave for the life of a session, encrypted. */
export const renewalsMigration: Migration = {
  name: '20261121-renewals',
  async up(knex) {
    await knex.schema.createTable('renewals', table => {
      table.string('session_id', 64).primary();
      table.text('sealed', 'mediumtext').notNullable();
      table.bigInteger('claimed_until_ms').notNullable();
      table.bigInteger('expires_at_ms').notNullable();
      table.index(['expires_at_ms']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('renewals');
  },
};
