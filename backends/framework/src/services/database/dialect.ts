import type { Knex } from 'knex';

/** The family of a database, where its SQL differs from the others'. MariaDB is `mysql`. */
export type Dialect = 'sqlite' | 'postgres' | 'mysql';

/** The drivers that an installation may configure. */
export type DatabaseClient = 'better-sqlite3' | 'pg' | 'mysql2';

const dialects: Readonly<Record<string, Dialect>> = { pg: 'postgres', mysql2: 'mysql', 'better-sqlite3': 'sqlite' };

/** Which SQL a client or transaction speaks. */
export function dialectOf(knex: Knex): Dialect {
  return dialects[String((knex.client as { driverName?: unknown }).driverName)] ?? 'sqlite';
}
