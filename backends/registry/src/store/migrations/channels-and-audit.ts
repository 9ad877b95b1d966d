import type { Migration } from '@portico/backend-framework';
import { bytesType, exactType } from '../column-types.ts';

const versionColumns = {
  kind: "varchar(20) not null default 'mirrored'",
  digest: "varchar(64) not null default ''",
  bytes: 'integer not null default 0',
  created_at: "varchar(30) not null default ''",
  created_by: "varchar(300) not null default ''",
};

/** Channels, pins, the switches of a remote, the audit trail, and what browsers report. */
export const channelsAndAudit: Migration = {
  name: '20261122-channels-and-audit',
  async up(knex) {
    for (const [column, type] of Object.entries(versionColumns)) await knex.raw(`alter table versions add column ${column} ${type}`);
    // One row for each thing that people decide about a remote, so that one way of changing serves them all.
    await knex.schema.createTable('settings', table => {
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.string('kind', 20).notNullable();
      table.specificType('name', exactType(knex, 250)).notNullable();
      table.integer('etag').notNullable();
      table.text('value', 'longtext').notNullable().comment('JSON');
      table.primary(['remote_id', 'kind', 'name']);
    });
    await knex.schema.createTable('audit', table => {
      table.increments('number');
      table.string('at', 30).notNullable();
      table.string('actor', 300).notNullable();
      table.string('action', 60).notNullable();
      table.specificType('remote_id', exactType(knex, 63)).nullable();
      table.string('outcome', 20).notNullable();
      table.text('changes', 'longtext').notNullable().comment('JSON: what was changed, from what to what');
      table.string('note', 1000).nullable();
      table.integer('undone_by').nullable();
      table.index(['remote_id', 'number']);
    });
    // Databases limit the size of one statement: large files lie in parts.
    await knex.schema.createTable('blob_parts', table => {
      table.specificType('integrity', exactType(knex, 80)).notNullable().references('integrity').inTable('blobs').onDelete('CASCADE');
      table.integer('part').notNullable();
      table.specificType('body', bytesType(knex)).notNullable();
      table.primary(['integrity', 'part']);
    });
    await knex.schema.createTable('loads', table => {
      table.increments('number');
      table.bigInteger('at_ms').notNullable();
      table.specificType('remote_id', exactType(knex, 63)).notNullable();
      table.specificType('version', exactType(knex, 120)).notNullable();
      table.string('user_hash', 32).notNullable();
      table.string('outcome', 20).notNullable();
      table.string('code', 80).nullable();
      table.string('because', 20).nullable();
      table.integer('ms').nullable();
      table.index(['remote_id', 'version', 'at_ms']);
      table.index(['at_ms']);
    });
  },
  async down(knex) {
    // The structure before has no place for files in parts, nor for versions that have such.
    const inParts = knex('blob_parts').select('integrity');
    await knex('versions').whereIn('number', knex('assets').whereIn('integrity', inParts).select('version_number')).delete();
    await knex('blobs').whereIn('integrity', knex('blob_parts').select('integrity')).delete();
    for (const table of ['loads', 'blob_parts', 'audit', 'settings']) await knex.schema.dropTable(table);
    for (const column of Object.keys(versionColumns)) await knex.raw(`alter table versions drop column ${column}`);
  },
};
