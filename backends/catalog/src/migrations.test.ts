import { afterAll, expect, test } from '@jest/globals';
import { rollback, runMigrations } from '@portico/backend-framework';
import { testDatabases } from '@portico/test-kit/backend';
import { migrations } from './migrations.ts';

const databases = testDatabases.create();
afterAll(() => databases.stop());

const tables = ['sources', 'claims', 'relations', 'entities', 'search', 'stitch_queue', 'problems'];

test.each(databases.ids)('on %s the tables come, hold rows that hang together, go and come again', async id => {
  const knex = await databases.init(id);
  const run = { knex, pluginId: 'catalog', migrations };
  const present = () => Promise.all(tables.map(table => knex.schema.hasTable(table)));
  await runMigrations(run);
  await knex('sources').insert({ hash: 'h', origin: 'file:/a', type: 'file', target: '/a', targets: '[]', dependencies: '[]' });
  await knex('claims').insert({ source_id: 1, entity_ref: 'a:b/c', document: 0, line: 1, hash: 'h', text: '{}' });
  await knex('problems').insert({ source_id: 1, stage: 'yaml', message: 'm' });
  await knex('relations').insert({ declared_by: 'a:b/c', from_ref: 'a:b/c', type: 'ownedBy', to_ref: 'a:b/d' });
  await knex('entities').insert({ uid: 'u', entity_ref: 'a:b/c', source_id: 1, etag: 'e', text: '{}' });
  await knex('search').insert({ entity_id: 1, key: 'kind', value: 'a' });
  await knex('sources').delete();
  await knex('entities').delete();
  expect(await Promise.all(['claims', 'problems', 'search'].map(table => knex(table)))).toEqual([[], [], []]);
  await knex('entities').insert({ uid: 'u', entity_ref: 'a:b/c', source_id: 1, etag: 'e', text: '{}' });
  await knex('stitch_queue').insert({ entity_ref: 'a:b/c' });

  await rollback(run);
  expect(await present()).toEqual(tables.map(() => false));
  await runMigrations(run);
  expect(await present()).toEqual(tables.map(() => true));
  expect(await knex('stitch_queue')).toEqual([]);
});

test.each(databases.ids)('on %s the number of the newest change begins at 0, is kept by the tables, goes and comes again', async id => {
  const knex = await databases.init(id);
  const run = { knex, pluginId: 'catalog', migrations };
  await runMigrations({ ...run, migrations: migrations.slice(0, 1) });
  await knex('stitch_queue').insert({ entity_ref: 'a:b/c' });
  await runMigrations(run);
  expect(await knex('catalog_revision')).toEqual([{ id: 1, value: 0 }]);
  await knex('catalog_revision').update({ value: 7 });
  await rollback({ ...run, migrations: migrations.slice(0, 2) });
  await runMigrations(run);
  expect(await knex('catalog_revision')).toEqual([{ id: 1, value: 0 }]);
});
