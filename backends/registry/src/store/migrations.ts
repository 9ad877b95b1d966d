import type { Migration } from '@portico/backend-framework';

/** The column type for files of up to 8 MB. */
function bytesType(client: string): string {
  if (client === 'pg') return 'bytea';
  return client === 'mysql2' ? 'longblob' : 'blob';
}

/** The registry's database. */
export const migrations: readonly Migration[] = [
  {
    name: '20261121-remotes-and-versions',
    async up(knex) {
      await knex.schema.createTable('remotes', table => {
        table.string('id', 63).primary();
        // Registrations keep their order: the earlier one has the right to a route.
        table.integer('position').notNullable();
        table.text('registration').notNullable().comment('JSON: where it is read from and how it is shown');
      });
      await knex.schema.createTable('blobs', table => {
        table.string('integrity', 80).primary();
        table.specificType('body', bytesType(String(knex.client.config.client))).notNullable();
      });
      await knex.schema.createTable('versions', table => {
        table.increments('number');
        table.string('remote_id', 63).notNullable();
        table.string('version', 255).notNullable();
        table.string('location', 2000).notNullable().comment('URL that it was copied from');
        table.text('manifest', 'longtext').notNullable();
        table.unique(['remote_id', 'version']);
      });
      await knex.schema.createTable('assets', table => {
        table.integer('version_number').unsigned().notNullable().references('number').inTable('versions').onDelete('CASCADE');
        table.string('path', 500).notNullable();
        table.string('integrity', 80).notNullable().references('integrity').inTable('blobs');
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
  },
];

