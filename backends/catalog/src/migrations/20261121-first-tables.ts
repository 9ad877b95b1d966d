import type { Migration } from '@portico/backend-framework';

const longestRef = 255;

/** Sources and what they claim; the entities that result; what can be searched; what is wrong. */
export const firstTables: Migration = {
  name: '20261121-first-tables',

  async up(knex) {
    await knex.schema.createTable('sources', table => {
      table.increments('id');
      table.string('hash', 64).notNullable().unique().comment('Of origin, type and target');
      table.text('origin').notNullable().comment('The configured location that leads here, as type:target');
      table.string('type', 16).notNullable();
      table.text('target').notNullable();
      table.text('signature').comment('Changes when the source changes; null: read it again');
      table.text('targets', 'longtext').notNullable().comment('JSON: the sources that its Location entities name');
      table.text('dependencies', 'longtext').notNullable().comment('JSON: files that its placeholders name, with signatures');
      table.string('parent_ref', longestRef).comment('The Location entity that names it');
    });
    await knex.schema.createTable('claims', table => {
      table.increments('id').comment('The lowest id of an entity_ref wins');
      table.integer('source_id').unsigned().notNullable().references('sources.id').onDelete('CASCADE');
      table.string('entity_ref', longestRef).notNullable().index();
      table.integer('document').notNullable();
      table.integer('line').notNullable();
      table.string('hash', 40).notNullable().comment('Of text');
      table.text('text', 'longtext').notNullable().comment('JSON of the entity before relations');
      table.unique(['source_id', 'entity_ref']);
    });
    await knex.schema.createTable('relations', table => {
      table.increments('id');
      table.string('declared_by', longestRef).notNullable().index();
      table.string('from_ref', longestRef).notNullable().index();
      table.string('type', 64).notNullable();
      table.string('to_ref', longestRef).notNullable();
    });
    await knex.schema.createTable('entities', table => {
      table.increments('id');
      table.string('uid', 36).notNullable().unique();
      table.string('entity_ref', longestRef).notNullable().unique();
      table.integer('source_id').unsigned().notNullable().index();
      table.string('etag', 40).notNullable();
      table.text('text', 'longtext').notNullable().comment('JSON of the entity as it is served');
    });
    await knex.schema.createTable('search', table => {
      table.integer('entity_id').unsigned().notNullable().references('entities.id').onDelete('CASCADE');
      table.string('key', 200).notNullable();
      table.string('value', 200).comment('Lower-case; null where it is too long');
      table.string('original', 200).comment('Null where it equals value');
      table.index(['entity_id']);
      table.index(['key', 'value', 'entity_id']);
    });
    await knex.schema.createTable('stitch_queue', table => {
      table.string('entity_ref', longestRef).primary();
    });
    await knex.schema.createTable('problems', table => {
      table.increments('id');
      table.integer('source_id').unsigned().notNullable().references('sources.id').onDelete('CASCADE');
      table.string('stage', 32).notNullable();
      table.text('message').notNullable();
      table.integer('document');
      table.integer('line');
      table.text('path');
      table.string('entity_ref', longestRef).index();
      table.index(['source_id']);
    });
  },

  async down(knex) {
    for (const table of ['problems', 'stitch_queue', 'search', 'entities', 'relations', 'claims', 'sources']) {
      await knex.schema.dropTable(table);
    }
  },
};
