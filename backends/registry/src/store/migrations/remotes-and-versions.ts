import type { Migration } from '@portico/backend-framework';
import { bytesType, exactType } from '../column-types.ts';

/** What is registered, and the versions that were copied from their hosts. */
export const remotesAndVersions: Migration = {
  name: '20261121-remotes-and-versions',
  async up(knex) {
    await knex.schema.createTable('remotes', table => {
      table.specificType('id', exactType(knex, 63)).primary();
      // Registrations keep their order: the earlier one has the right to a route.
      table.integer('position').notNullable();
      table.text('registration', 'longtext').notNullable().comment('JSON: where it is read from and how it is shown');
    });
    await knex.schema.createTable('blobs', table => {
      table.specificType('integrity', exactType(knex, 80)).primary();
      table.specificType('body', bytesType(knex)).notNullable();
    });
    await knex.schema.createTable('versions', table => {
      table.increments('number');
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.specificType('version', exactType(knex, 255)).notNullable();
      table.string('location', 2000).notNullable().comment('URL that it was copied from');
      table.text('manifest', 'longtext').notNullable();
      table.unique(['remote_id', 'version']);
    });
    await knex.schema.createTable('assets', table => {
      table.integer('version_number').unsigned().notNullable().references('number').inTable('versions').onDelete('CASCADE');
      table.specificType('path', exactType(knex, 500)).notNullable();
      table.specificType('integrity', exactType(knex, 80)).notNullable().references('integrity').inTable('blobs');
      table.primary(['version_number', 'path']);
    });
    await knex.schema.createTable('revision', table => {
      table.integer('id').primary();
      table.integer('value').notNullable();
      table.string('fingerprint', 64).notNullable().comment('Digest of what the revision stands for');
    });
    await knex('revision').insert({ id: 1, value: 0, fingerprint: '' });
  },
  async down(knex) {
    for (const table of ['revision', 'assets', 'versions', 'blobs', 'remotes']) await knex.schema.dropTable(table);
  },
};
