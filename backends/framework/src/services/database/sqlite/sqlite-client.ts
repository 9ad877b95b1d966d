import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Knex } from 'knex';

interface SqliteConnection {
  pragma(source: string, options?: { readonly simple: true }): unknown;
}

const busyTimeoutMs = 5_000;

/** Opens a database file, making it and its folder where needed. */
export async function openSqlite(filename: string): Promise<Knex> {
  await mkdir(dirname(filename), { recursive: true });
  const { default: knex } = await import('knex');
  return knex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    // The driver works synchronously: a second connection would wait for the first with the whole process standing still.
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: SqliteConnection, done: (fault: Error | null, connection: SqliteConnection) => void) {
        // A file without a page has nothing to lose; waiting for the disk would cost each first start a part of its time.
        if (connection.pragma('page_count', { simple: true }) === 0) connection.pragma('synchronous = OFF');
        connection.pragma('journal_mode = WAL');
        connection.pragma('synchronous = NORMAL');
        connection.pragma('foreign_keys = ON');
        connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
        done(null, connection);
      },
    },
  });
}
