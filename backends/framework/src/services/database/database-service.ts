import type { Knex } from 'knex';

/** One step of a database's structure. Names sort in the order of their making: `20260101-first-tables`. */
export interface Migration {
  /** Never changes once published: it is the key in the ledger. */
  readonly name: string;
  up(knex: Knex): Promise<void>;
  /** Undoes `up`, keeping the rows that the earlier structure can hold. */
  down(knex: Knex): Promise<void>;
}

/**
 * The plugin's own logical database, on SQLite, PostgreSQL, MySQL or MariaDB. What is alike on all of them: texts are compared
 * and ordered by code point, times are in UTC, bigints and counts are numbers as long as a number holds them, a transaction
 * sees what others have committed. What is not: keep booleans as 0 and 1, JSON and times as text or number, and texts of an
 * index at 255 characters or less.
 */
export interface DatabaseService {
  /**
   * Opens the database on the first call. SQLite: foreign keys are on; one connection, so keep transactions short. On a
   * server, queries fail with a ServiceUnavailableError (FRAMEWORK_DATABASE_UNAVAILABLE) while it is away, and go on by
   * themselves when it is back.
   */
  getClient(): Promise<Knex>;
  /** `skip`: the installation migrates by other means; `migrate` then does nothing. */
  readonly migrations: { readonly skip: boolean };
  /**
   * Brings the structure up to date: runs what the ledger does not hold, in the order of the list, each step in a
   * transaction. Several processes may call it at once. MySQL and MariaDB commit each change of structure at once, so keep
   * steps small.
   *
   * @throws FRAMEWORK_MIGRATION_UNKNOWN when a newer version wrote the database
   */
  migrate(migrations: readonly Migration[]): Promise<void>;
}
