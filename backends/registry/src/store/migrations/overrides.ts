import type { Migration } from '@portico/backend-framework';
import { exactType } from '../column-types.ts';

/** The remotes that users have replaced in their own sessions. */
export const overrides: Migration = {
  name: '20261123-overrides',
  async up(knex) {
    await knex.schema.createTable('overrides', table => {
      table.specificType('session_id', exactType(knex, 100)).notNullable();
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.string('actor', 300).notNullable().comment('Who has set it');
      table.string('url', 2000).notNullable();
      table.text('manifest', 'longtext').nullable().comment('JSON, as the browser has read it; null where there is only an entry');
      table.bigInteger('set_at_ms').notNullable();
      table.bigInteger('expires_at_ms').notNullable();
      table.primary(['session_id', 'remote_id']);
      table.index(['expires_at_ms']);
    });
  },
  async down(knex) {
    await knex.schema.dropTable('overrides');
  },
};
