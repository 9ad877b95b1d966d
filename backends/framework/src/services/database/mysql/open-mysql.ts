import type { Knex } from 'knex';
import { createError, frameworkErrors } from '@portico/errors';
import type { ConnectionObject } from '../connection-settings.ts';
import type { DatabaseRoot } from '../database-root.ts';
import type { DatabaseSettings } from '../database-settings.ts';
import { openServerPool } from '../pools/server-pool.ts';

// Texts are compared by code point, upper and lower case apart, as on SQLite and PostgreSQL. MariaDB and MySQL 8 name the
// collation that also tells trailing blanks apart differently; the last one is known to all.
const collations = ['utf8mb4_nopad_bin', 'utf8mb4_0900_bin', 'utf8mb4_bin'];

// The driver speaks utf8mb4 by itself; a `charset` here would make Knex give tables another collation than their database has.
const driverDefaults = { timezone: 'Z', supportBigNumbers: true, connectTimeout: 5_000, enableKeepAlive: true };

const session = [
  "set session time_zone = '+00:00'",
  // As on PostgreSQL: a transaction sees what others have committed meanwhile, and locks rows, not the gaps between them.
  'set session transaction isolation level read committed',
  "set session sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO'",
];

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Makes the plugin's database where it is missing, and sees to it that its texts are compared by code point. */
async function prepare(connection: ConnectionObject, { database, ensureExists, pluginId }: DatabaseSettings): Promise<void> {
  const { createConnection } = await import('mysql2/promise');
  const client = await createConnection({ ...driverDefaults, ...connection });
  const ask = async (sql: string, values: unknown[]) => (await client.query(sql, values))[0] as Rows;
  try {
    const known = new Set((await ask('select collation_name as name from information_schema.collations', [])).map(row => row['name']));
    const collation = collations.find(name => known.has(name)) ?? 'utf8mb4_bin';
    if (ensureExists) await client.query(`create database if not exists ?? character set utf8mb4 collate ${collation}`, [database]);
    const [found] = await ask('select default_collation_name as collation from information_schema.schemata where schema_name = ?', [database]);
    const collationFound = String(found?.['collation'] ?? collation);
    if (collationFound.endsWith('_bin')) return;
    const [tables] = await ask('select count(*) as number from information_schema.tables where table_schema = ?', [database]);
    if (Number(tables?.['number']) > 0) {
      throw createError(frameworkErrors.DATABASE_COLLATION, { plugin: pluginId, database, received: collationFound, expected: collation });
    }
    await client.query(`alter database ?? character set utf8mb4 collate ${collation}`, [database]);
  } finally {
    client.destroy();
  }
}

/** Opens a plugin's database on MySQL or MariaDB, after making what is missing. */
export async function openMysql(settings: DatabaseSettings, root: DatabaseRoot): Promise<Knex> {
  const { pluginId, database, knexConfig } = settings;
  const { charset: _, ...connection } = settings.connection as ConnectionObject;
  await prepare(connection, settings);
  return openServerPool({
    client: 'mysql2',
    pluginId,
    ...root,
    watch: root.watchOf(settings),
    knexConfig,
    connection: { ...driverDefaults, ...connection, database },
    session,
  });
}
