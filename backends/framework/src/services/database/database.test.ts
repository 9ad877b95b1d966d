import { afterEach, describe, expect, test } from '@jest/globals';
import { databaseIds, databaseSection } from '@portico/test-servers';
import type { DatabaseId } from '@portico/test-servers';
import { databaseReplica as replica } from '../../fixtures/database-replica.ts';
import { stopAll, temporaryDirectory } from '../../fixtures/running-backend.ts';
import { dialectOf, rollback } from '../../index.ts';
import type { DatabaseService, Migration } from '../../index.ts';

afterEach(stopAll);

const people: Migration = {
  name: '1-people',
  up: knex =>
    knex.schema.createTable('people', table => {
      table.string('name').primary();
      table.bigInteger('born_at_ms');
    }),
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

async function open(id: DatabaseId) {
  const [database] = await replica(await databaseSection(id), 'first');
  const knex = await database!.getClient();
  return { database: database!, knex, run: { knex, pluginId: 'first' } };
}

describe.each(databaseIds)('migrations on %s', id => {
  test('run once each, in order, and are recorded', async () => {
    const { database, knex } = await open(id);
    await database.migrate([people]);
    await knex('people').insert({ name: 'Ada' });
    await database.migrate([people, pets]);
    await database.migrate([people, pets]);
    expect(await knex('pets')).toEqual([{ owner: 'Ada' }]);
    expect(await knex('portico_migrations').orderBy('name').pluck('name')).toEqual(['1-people', '2-pets']);
  });

  test('go back one by one, keeping the rows of what stays', async () => {
    const { database, knex, run } = await open(id);
    const migrations = [people, pets];
    await database.migrate(migrations);
    await knex('people').insert({ name: 'Ada', born_at_ms: 1 });
    await rollback({ ...run, migrations }, { to: '1-people' });
    expect(await knex.schema.hasTable('pets')).toBe(false);
    expect(await knex('people')).toEqual([{ name: 'Ada', born_at_ms: 1 }]);
    await rollback({ ...run, migrations });
    expect(await knex.schema.hasTable('people')).toBe(false);
  });

  test('of a newer version stop an older one', async () => {
    const { database } = await open(id);
    await database.migrate([people, pets]);
    await expect(database.migrate([people])).rejects.toThrow('got one with migration 2-pets, which it does not');
    await expect(database.migrate([people, people])).rejects.toThrow('got 1-people twice');
  });

  test('that fail are not taken for done', async () => {
    const { database, knex } = await open(id);
    const broken: Migration = {
      ...people,
      async up(trx) {
        await people.up(trx);
        throw new Error('half way');
      },
    };
    if (dialectOf(knex) === 'mysql') {
      // The database itself keeps the half that was done; nobody may build on it.
      await expect(database.migrate([broken])).rejects.toThrow('Expected migration 1-people of plugin first to be done or not begun');
      await expect(database.migrate([people])).rejects.toThrow('Expected migration 1-people of plugin first to be done or not begun');
      return;
    }
    await expect(database.migrate([broken])).rejects.toThrow('Expected migration 1-people of plugin first to succeed');
    expect(await knex.schema.hasTable('people')).toBe(false);
    await database.migrate([people]);
    expect(await knex.schema.hasTable('people')).toBe(true);
  });
});

describe.each(['postgres', 'mariadb'] as const)('two replicas on one %s', id => {
  test('make the database and migrate at the same moment, and each step runs once', async () => {
    const section = await databaseSection(id);
    const replicas = await Promise.all([1, 2].map(() => replica(section, 'shared')));
    let runs = 0;
    const counted: Migration = { ...people, up: async knex => ((runs += 1), people.up(knex)) };
    await Promise.all(replicas.map(async ([database]) => database!.migrate([counted, pets])));
    expect(runs).toBe(1);
    const knex = await replicas[1]![0]!.getClient();
    expect(await knex('portico_migrations').orderBy('name').pluck('name')).toEqual(['1-people', '2-pets']);
  });

  test('a replica that dies with the migration lock leaves none behind', async () => {
    const section = await databaseSection(id);
    const [[first], [second]] = (await Promise.all([1, 2].map(() => replica(section, 'shared')))) as [[DatabaseService], [DatabaseService]];
    const { promise: inside, resolve: enter } = Promise.withResolvers<void>();
    const dying: Migration = {
      ...people,
      async up(trx) {
        const [{ id: session }] = id === 'postgres' ? (await trx.raw('select pg_backend_pid() as id')).rows : (await trx.raw('select connection_id() as id'))[0];
        enter(session);
        await trx.raw(id === 'postgres' ? 'select pg_sleep(30)' : 'select sleep(30)');
      },
    };
    const broken = first.migrate([dying]).catch((fault: Error) => fault);
    const session = (await inside) as unknown as number;
    const knex = await second.getClient();
    await knex.raw(id === 'postgres' ? 'select pg_terminate_backend(?)' : 'kill ?', [session]);
    expect(String(await broken)).toContain('Expected');
    await second.migrate([people]);
    expect(await knex.schema.hasTable('people')).toBe(true);
  });
});

describe.each(databaseIds)('the database of a plugin on %s', id => {
  test('is its own', async () => {
    const [left, right] = await replica(await databaseSection(id), 'left', 'right');
    await left!.migrate([people]);
    expect(await (await right!.getClient()).schema.hasTable('people')).toBe(false);
  });

  test('compares and orders texts by code point, and gives bigints and counts as numbers', async () => {
    const { database, knex } = await open(id);
    await database.migrate([people]);
    const at = 1_700_000_000_123;
    await knex('people').insert(['a', 'B', 'A', 'ä', 'b', 'Ω'].map(name => ({ name, born_at_ms: at })));
    expect(await knex('people').orderBy('name').pluck('name')).toEqual(['A', 'B', 'a', 'b', 'ä', 'Ω']);
    expect(await knex('people').where('name', 'a').first()).toEqual({ name: 'a', born_at_ms: at });
    expect(await knex('people').count({ total: '*' })).toEqual([{ total: 6 }]);
    await expect(knex('people').insert({ name: 'a' })).rejects.toThrow(/unique|duplicate/i);
  });

  test('keeps nothing of a transaction that fails', async () => {
    const { database, knex } = await open(id);
    await database.migrate([people]);
    const failing = knex.transaction(async trx => {
      await trx('people').insert({ name: 'Ada' });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await knex('people')).toEqual([]);
  });

  test('refers to rows that are there', async () => {
    const { database, knex } = await open(id);
    await database.migrate([people, pets]);
    await expect(knex('pets').insert({ owner: 'Nobody' })).rejects.toThrow(/foreign key/i);
  });

  test('may be migrated by other means', async () => {
    const [database] = await replica({ ...(await databaseSection(id)), skipMigrations: true }, 'first');
    await database!.migrate([people]);
    expect(database!.migrations).toEqual({ skip: true });
    expect(await (await database!.getClient()).schema.hasTable('people')).toBe(false);
  });
});

test('SQLite writes ahead, checks foreign keys, and may live in memory or in another folder, which no other process may use', async () => {
  const directory = await temporaryDirectory();
  const section = { client: 'better-sqlite3', connection: { directory }, plugin: { light: { connection: ':memory:' } } };
  const [heavy, light] = await replica(section, 'heavy', 'light');
  const knex = await heavy!.getClient();
  expect(await knex.raw('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await knex.raw('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  expect(await (await light!.getClient()).raw('pragma database_list')).toEqual([expect.objectContaining({ file: '' })]);
  const [other] = await replica(section, 'heavy');
  await expect(other!.getClient()).rejects.toThrow(`Expected a data folder of its own, got ${directory}, which another portal uses`);
});
