import { afterEach, describe, expect, test } from '@jest/globals';
import { databaseSection, sharedServer } from '@portico/test-servers';
import type { SqlConnection } from '@portico/test-servers';
import pg from 'pg';
import { databaseReplica } from '../../fixtures/database-replica.ts';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

afterEach(stopAll);

async function asSuperuser<T>(step: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const client = new pg.Client({ ...(await sharedServer('postgres')), database });
  await client.connect();
  try {
    return await step(client);
  } finally {
    await client.end();
  }
}

describe('roles on PostgreSQL', () => {
  test('a plugin enters its own database by a role of its own, and no other', async () => {
    const section = await databaseSection('postgres');
    const [left, right] = await databaseReplica(section, 'left', 'right');
    const knex = await left!.getClient();
    await (await right!.getClient()).schema.createTable('secrets', table => void table.string('word'));
    const { rows } = await knex.raw('select current_user, session_user, usesuper from pg_user where usename = current_user');
    expect(rows).toEqual([{ current_user: `${section.prefix}left`, session_user: `${section.prefix}left`, usesuper: false }]);
    // All that the plugin has is the connection that it signed in with.
    const { user, password } = (knex.client as { connectionSettings: { user: string; password: string } }).connectionSettings;
    const stranger = new pg.Client({ ...(await sharedServer('postgres')), user, password, database: `${section.prefix}right` });
    await expect(stranger.connect()).rejects.toThrow(`permission denied for database "${section.prefix}right"`);
    await expect(knex.raw('set role ??', [`${section.prefix}right`])).rejects.toThrow('permission denied to set role');
    await expect(knex.raw('alter role ?? superuser', [user])).rejects.toThrow(/permission denied|must be superuser/);
  });

  test('of schemas in one database keep apart too', async () => {
    const section = await databaseSection('postgres');
    const database = `${section.prefix}all`;
    await asSuperuser(client => client.query(`create database "${database}"`));
    const schemas = { pluginDivisionMode: 'schema', ensureSchemaExists: true, schemaPrefix: 'of_' };
    const connection = { ...(section.connection as object), database };
    const [left, right] = await databaseReplica({ ...section, ...schemas, connection }, 'left', 'right');
    const knex = await left!.getClient();
    await (await right!.getClient()).schema.createTable('secrets', table => void table.string('word'));
    expect((await knex.raw('select current_schema() as name')).rows).toEqual([{ name: 'of_left' }]);
    await expect(knex.raw('select * from of_right.secrets')).rejects.toThrow('permission denied for schema of_right');
  });

  test('are not made by a user who may not make any, for a database that is there, or where they are turned off', async () => {
    const section = await databaseSection('postgres');
    const name = `${section.prefix}maker`;
    await asSuperuser(client => client.query(`create role "${name}" login createdb password 'x'`));
    await asSuperuser(client => client.query(`create database "${section.prefix}older"`));
    const { host, port, user } = section.connection as SqlConnection;
    const userOf = async (more: object, plugin: string) => {
      const [database] = await databaseReplica({ ...section, ...more }, plugin);
      return (await (await database!.getClient()).raw('select current_user as name')).rows[0].name;
    };
    expect(await userOf({ connection: `postgresql://${name}:x@${host}:${port}` }, 'one')).toBe(name);
    expect(await userOf({}, 'older')).toBe(user);
    expect(await userOf({ pluginRoles: false }, 'two')).toBe(user);
    expect(await userOf({ plugin: { three: { role: name } } }, 'three').catch((fault: Error) => fault.message)).toBe(name);
  });
});

describe('the configuration of a server', () => {
  test('takes a connection string, and what one plugin has of its own goes before it', async () => {
    const section = await databaseSection('postgres');
    const { host, port, user, password } = section.connection as SqlConnection;
    const connection = `postgresql://${user}:${password}@${host}:${port}/postgres`;
    const plugin = { two: { connection: { database: `${section.prefix}elsewhere` } }, three: { client: 'better-sqlite3', connection: ':memory:' } };
    const [one, two, three] = await databaseReplica({ ...section, connection, plugin }, 'one', 'two', 'three');
    const nameOf = async (database: typeof one) => (await (await database!.getClient()).raw('select current_database() as name')).rows[0].name;
    expect(await nameOf(one)).toBe(`${section.prefix}one`);
    expect(await nameOf(two)).toBe(`${section.prefix}elsewhere`);
    expect(await (await three!.getClient()).raw('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('that leads to no database is told with its name and what to do', async () => {
    const section = await databaseSection('postgres');
    const [database] = await databaseReplica({ ...section, ensureExists: false }, 'one');
    const knex = await database!.getClient();
    await expect(knex.raw('select 1')).rejects.toThrow(`database "${section.prefix}one" does not exist`);
    const [refused] = await databaseReplica({ ...section, connection: { ...(section.connection as object), password: 'wrong' } }, 'one');
    await expect(refused!.getClient()).rejects.toMatchObject({ code: 'FRAMEWORK_DATABASE_NOT_PREPARED', message: expect.stringContaining('got 28P01') });
  });

  test.each([
    [{ client: 'pg', connection: 'not a url' }, 'At backend.database.connection: Expected a URL such as postgresql://host/database'],
    [{ client: 'pg', connection: { type: 'rds' } }, 'At backend.database.connection.type: Expected default or nothing, got rds'],
    [{ client: 'mysql2', pluginDivisionMode: 'schema' }, 'At backend.database.pluginDivisionMode: Expected database with the client mysql2'],
    [{ client: 'better-sqlite3', connection: { filename: 'all.sqlite' } }, 'At backend.database.connection.filename: Expected connection.directory'],
  ])('%j is refused', async (section, message) => {
    const { started } = await running({ features: [pluginOf('one', ({ database }) => void database)], data: { backend: { database: section } } });
    expect((await started).plugins['one']?.reason).toContain(message);
  });
});

describe('connections', () => {
  test('of all plugins stay below the ceiling, and each plugin can always have one', async () => {
    const section = await databaseSection('postgres');
    const [left, right] = await databaseReplica({ ...section, maxConnections: 3 }, 'left', 'right');
    const knex = await left!.getClient();
    const other = await right!.getClient();
    const sleeping = Array.from({ length: 6 }, async () => knex.raw('select pg_sleep(0.2)'));
    await other.raw('select 1');
    const [{ count }] = (await asSuperuser(client => client.query(`select count(*)::int from pg_stat_activity where datname like '${section.prefix}%'`))).rows;
    expect(count).toBeLessThanOrEqual(3);
    await Promise.all(sleeping);
  });

  test('that come to nothing in time are an error that a client may try again', async () => {
    const section = await databaseSection('postgres');
    const [database] = await databaseReplica({ ...section, maxConnections: 1, knexConfig: { acquireConnectionTimeout: 3_000 } }, 'left');
    const knex = await database!.getClient();
    await knex.transaction(async trx => {
      await trx.raw('select 1');
      await expect(knex.raw('select 1')).rejects.toMatchObject({ code: 'FRAMEWORK_DATABASE_BUSY', name: 'ServiceUnavailableError' });
    });
    expect((await knex.raw('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('too few for one each stop the plugin that is one too many', async () => {
    const section = await databaseSection('postgres');
    const [left, right] = await databaseReplica({ ...section, maxConnections: 1 }, 'left', 'right');
    await left!.getClient();
    await expect(right!.getClient()).rejects.toThrow('Expected backend.database.maxConnections (1) to allow each plugin one connection, got plugin right as number 2');
  });

  test('end with the backend', async () => {
    const section = await databaseSection('postgres');
    const [database] = await databaseReplica(section, 'left');
    await (await database!.getClient()).raw('select 1');
    const open = async () => (await asSuperuser(client => client.query(`select 1 from pg_stat_activity where datname like '${section.prefix}%'`))).rowCount;
    expect(await open()).toBe(1);
    await stopAll();
    expect(await open()).toBe(0);
  });
});
