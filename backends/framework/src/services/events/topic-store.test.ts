import { expect, test } from '@jest/globals';
import { openSqlite, rollback, runMigrations } from '../../index.ts';
import { createTopicStore, topicMigrations } from './topic-store.ts';

test('the tables of shared topics come, hold rows, go and come again', async () => {
  const knex = await openSqlite(':memory:');
  const run = { knex, pluginId: 'events', migrations: topicMigrations };
  await runMigrations(run);
  const store = createTopicStore(knex);
  expect(await store.write(new Map([['a', { revision: 1 }], ['b', [2]]]))).toBe(1);
  expect(await store.write(new Map([['a', { revision: 2 }]]))).toBe(2);
  expect(await store.readAfter(0)).toEqual({
    revision: 2,
    rows: [
      { topic: 'b', payload: [2], revision: 1 },
      { topic: 'a', payload: { revision: 2 }, revision: 2 },
    ],
  });
  expect(await store.readAfter(2)).toEqual({ revision: 2, rows: [] });
  await rollback(run);
  await runMigrations(run);
  expect(await store.readAfter(0)).toEqual({ revision: 0, rows: [] });
  await knex.destroy();
});
