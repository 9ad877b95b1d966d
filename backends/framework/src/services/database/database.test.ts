import { afterEach, describe, expect, test } from '@jest/globals';
import { pluginOf, running, stopAll, temporaryDirectory } from '../../fixtures/running-backend.ts';
import { openSqlite, rollback, runMigrations } from '../../index.ts';
import type { DatabaseService, Migration } from '../../index.ts';

afterEach(stopAll);

const people: Migration = {
  name: '1-people',
  up: knex => knex.schema.createTable('people', table => void table.string('name').primary()),
  down: knex => knex.schema.dropTable('people'),
};
const pets: Migration = {
  name: '2-pets',
  async up(knex) {
    await knex.schema.createTable('pets', table => void table.string('owner').references('people.name').notNullable());
    await knex.raw('insert into pets (owner) select name from people');
  },
  down: knex => knex.schema.dropTable('pets'),
};

async function databases(...ids: string[]) {
  const found = new Map<string, DatabaseService>();
  const dataDirectory = await temporaryDirectory();
  const features = ids.map(id => pluginOf(id, ({ database }) => void found.set(id, database)));
  await (
    await running({ features, dataDirectory })
  ).started;
  return ids.map(id => found.get(id) as DatabaseService);
}

async function openFile(path: string) {
  const knex = await openSqlite(path);
  return { knex, close: () => knex.destroy() };
}

describe('migrations', () => {
  test('run once each, in order, and are recorded', async () => {
    const [database] = await databases('first');
    await database?.migrate([people]);
    const knex = await database!.getClient();
    await knex('people').insert({ name: 'Ada' });
    await database?.migrate([people, pets]);
    await database?.migrate([people, pets]);
    expect(await knex('pets')).toEqual([{ owner: 'Ada' }]);
    expect(await knex('portico_migrations').pluck('name')).toEqual(['1-people', '2-pets']);
  });

  test('go back one by one, keeping the rows of what stays', async () => {
    const { knex, close } = await openFile(`${await temporaryDirectory()}/a.sqlite`);
    const run = { knex, pluginId: 'a', migrations: [people, pets] };
    await runMigrations(run);
    await knex('people').insert({ name: 'Ada' });
    await rollback(run, { to: '1-people' });
    expect(await knex.schema.hasTable('pets')).toBe(false);
    expect(await knex('people')).toEqual([{ name: 'Ada' }]);
    await rollback(run);
    expect(await knex.schema.hasTable('people')).toBe(false);
    await close();
  });

  test('of two processes at once do not meet', async () => {
    const path = `${await temporaryDirectory()}/shared.sqlite`;
    const first = await openFile(path);
    const second = await openFile(path);
    // The driver waits with the whole process standing still; here both sides of the wait are in one process.
    for (const { knex } of [first, second]) await knex.raw('pragma busy_timeout = 1');
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    let runs = 0;
    const slow: Migration = { ...people, up: async knex => (await gate, void (runs += 1), people.up(knex)) };
    const both = [first, second].map(({ knex }) => runMigrations({ knex, pluginId: 'shared', migrations: [slow, pets] }));
    open();
    await Promise.all(both);
    expect(runs).toBe(1);
    expect(await second.knex('portico_migrations').pluck('name')).toEqual(['1-people', '2-pets']);
    await Promise.all([first.close(), second.close()]);
  });

  test('that fail leave nothing behind, not even a lock', async () => {
    const { knex, close } = await openFile(`${await temporaryDirectory()}/a.sqlite`);
    const broken: Migration = {
      ...people,
      async up(trx) {
        await people.up(trx);
        throw new Error('half way');
      },
    };
    await expect(runMigrations({ knex, pluginId: 'a', migrations: [broken] })).rejects.toThrow(
      'Expected migration 1-people of plugin a to succeed',
    );
    expect(await knex.schema.hasTable('people')).toBe(false);
    await runMigrations({ knex, pluginId: 'a', migrations: [people] });
    expect(await knex.schema.hasTable('people')).toBe(true);
    await close();
  });

  test('of a newer version stop an older one', async () => {
    const [database] = await databases('aged');
    await database?.migrate([people, pets]);
    await expect(database?.migrate([people])).rejects.toThrow('got one with migration 2-pets, which it does not');
    await expect(database?.migrate([people, people])).rejects.toThrow('got 1-people twice');
  });
});

test('each plugin has a database of its own, with write-ahead log and foreign keys', async () => {
  const [left, right] = await databases('left', 'right');
  await left?.migrate([people]);
  const knex = await right!.getClient();
  expect(await knex.schema.hasTable('people')).toBe(false);
  expect(await knex.raw('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await knex.raw('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
});
