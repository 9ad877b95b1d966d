import type { ConfigReader } from '@portico/config';
import type { Knex } from 'knex';
import { createDatabaseRoot } from './database-root.ts';
import { readDatabaseSettings } from './database-settings.ts';
import { openDatabase } from './open-database.ts';

/** What `openPluginDatabase` takes. */
export interface OpenPluginDatabaseOptions {
  readonly config: ConfigReader;
  readonly pluginId: string;
  /** Where SQLite files are unless the configuration names another folder. */
  readonly dataDirectory: string;
}

/**
 * Opens the database that a plugin has under a configuration, outside of a backend: for tests and repairs. Call `destroy`
 * on the result.
 */
export async function openPluginDatabase({ config, pluginId, dataDirectory }: OpenPluginDatabaseOptions): Promise<Knex> {
  return openDatabase(await readDatabaseSettings(config, pluginId), createDatabaseRoot({ config, dataDirectory }));
}
