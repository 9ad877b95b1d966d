import { expect, test } from '@jest/globals';
import { openSqlite, rollback, runMigrations } from '@portico/backend-framework';
import { migrations } from './migrations.ts';

test('the tables come, hold rows that hang together, go and come again', async () => {
  const knex = await openSqlite(':memory:');
  const run = { knex, pluginId: 'catalog', migrations };
  await runMigrations(run);
  await knex('sources').insert({ hash: 'h', origin: 'file:/a', type: 'file', target: '/a', targets: '[]', dependencies: '[]' });
  await knex('claims').insert({ source_id: 1, entity_ref: 'a:b/c', document: 0, line: 1, hash: 'h', text: '{}' });
  await knex('problems').insert({ source_id: 1, stage: 'yaml', message: 'm' });
  await knex('entities').insert({ uid: 'u', entity_ref: 'a:b/c', source_id: 1, etag: 'e', text: '{}' });
  await knex('search').insert({ entity_id: 1, key: 'kind', value: 'a' });
  await knex('sources').delete();
  await knex('entities').delete();
  expect(await Promise.all(['claims', 'problems', 'search'].map(table => knex(table)))).toEqual([[], [], []]);
  await knex('stitch_queue').insert({ entity_ref: 'a:b/c' });

  await rollback(run);
  expect(
    await knex('sqlite_master').where('type', 'table').whereNot('name', 'like', 'portico%').whereNot('name', 'like', 'sqlite%'),
  ).toEqual([]);
  await runMigrations(run);
  expect(await knex('stitch_queue')).toEqual([]);
  await knex.destroy();
});

test('the number of the newest change begins at 0, is kept by the tables, goes and comes again', async () => {
  const knex = await openSqlite(':memory:');
  const run = { knex, pluginId: 'catalog', migrations };
  await runMigrations({ ...run, migrations: migrations.slice(0, 1) });
  await knex('stitch_queue').insert({ entity_ref: 'a:b/c' });
  await runMigrations(run);
  expect(await knex('catalog_revision')).toEqual([{ id: 1, value: 0 }]);
  await knex('catalog_revision').update({ value: 7 });
  await rollback({ ...run, migrations: migrations.slice(0, 2) });
  await runMigrations(run);
  expect(await knex('catalog_revision')).toEqual([{ id: 1, value: 0 }]);
  await knex.destroy();
});
