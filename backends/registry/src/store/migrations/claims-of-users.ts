import type { Migration } from '@portico/backend-framework';

/** Whose sessions run a version: what one user says keeps a few versions only. */
export const claimsOfUsers: Migration = {
  name: '20261124-claims-of-users',
  async up(knex) {
    await knex.schema.alterTable('sightings', table => {
      // Of what was reported before nobody knows the user; it is forgotten within days.
      table.string('user_hash', 32).notNullable().defaultTo('');
      table.index(['user_hash', 'remote_id']);
    });
  },
  async down(knex) {
    await knex.schema.alterTable('sightings', table => {
      table.dropIndex(['user_hash', 'remote_id']);
      table.dropColumn('user_hash');
    });
  },
};
