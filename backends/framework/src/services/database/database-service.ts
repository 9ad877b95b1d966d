import type { Knex } from 'knex';

/** One step of a database's structure. Names sort in the order of their making: `20260101-first-tables`. */
export interface Migration {
  /** Never changes once published: it is the key in the ledger. */
  readonly name: string;
  up(knex: Knex): Promise<void>;
  /** Undoes `up`, keeping the rows that the earlier structure can hold. */
  down(knex: Knex): Promise<void>;
}

/** The plugin's own logical database. */
export interface DatabaseService {
  /** Opens the database on the first call. SQLite: foreign keys are on; one connection, so keep transactions short. */
  getClient(): Promise<Knex>;
  /**
   * Brings the structure up to date: runs what the ledger does not hold, in the order of the list, each step in a
   * transaction. Several processes may call it at once.
   *
   * @throws FRAMEWORK_MIGRATION_UNKNOWN when a newer version wrote the database
   */
  migrate(migrations: readonly Migration[]): Promise<void>;
}
