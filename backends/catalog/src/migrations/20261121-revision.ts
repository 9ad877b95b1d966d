import type { Migration } from '@portico/backend-framework';

/** One row with the number of the newest change of what is served, so that replicas see each other's changes cheaply. */
export const revisionRow: Migration = {
  name: '20261121-revision',
  async up(knex) {
    await knex.schema.createTable('catalog_revision', table => {
      table.integer('id').primary();
      table.bigInteger('value').notNullable();
    });
    await knex('catalog_revision').insert({ id: 1, value: 0 });
  },
  async down(knex) {
    await knex.schema.dropTable('catalog_revision');
  },
};
