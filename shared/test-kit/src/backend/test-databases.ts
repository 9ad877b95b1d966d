import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPluginDatabase, runMigrations } from '@portico/backend-framework';
import type { Migration } from '@portico/backend-framework';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { databaseIds, databaseSection } from '@portico/test-servers';
import type { DatabaseId } from '@portico/test-servers';
import type { Knex } from 'knex';

/** What `testDatabases.create` takes. */
export interface TestDatabasesOptions {
  /** Default: all. */
  readonly ids?: readonly DatabaseId[];
}

/** Real databases for tests: SQLite, PostgreSQL and MariaDB. Call `stop` after the tests. */
export interface TestDatabases {
  readonly ids: readonly DatabaseId[];
  /** An empty database, with the tables of `migrations` if they are given. */
  init(id: DatabaseId, migrations?: readonly Migration[]): Promise<Knex>;
  /** Configuration under which every plugin of a backend finds an empty database: `{ backend: { database } }`. */
  config(id: DatabaseId): Promise<JsonObject>;
  /** Closes what `init` opened. */
  stop(): Promise<void>;
}

function create({ ids = databaseIds }: TestDatabasesOptions = {}): TestDatabases {
  const closings: (() => Promise<void>)[] = [];
  const config = async (id: DatabaseId): Promise<JsonObject> => ({ backend: { database: { ...(await databaseSection(id)) } } });
  return {
    ids,
    config,
    async init(id, migrations = []) {
      const dataDirectory = await mkdtemp(join(tmpdir(), 'portico-database-'));
      closings.push(() => rm(dataDirectory, { recursive: true, force: true }));
      const knex = await openPluginDatabase({ config: createConfigReader(await config(id)), pluginId: 'test', dataDirectory });
      closings.push(() => knex.destroy());
      await runMigrations({ knex, pluginId: 'test', migrations });
      return knex;
    },
    async stop() {
      for (const close of closings.splice(0).toReversed()) await close();
    },
  };
}

/**
 * Databases for contract suites: `const databases = testDatabases.create(); describe.each(databases.ids)('on %s', id => ...)`. The
 * servers are started once for all test files of a run; every `init` gives a database of its own.
 */
export const testDatabases = { create };
