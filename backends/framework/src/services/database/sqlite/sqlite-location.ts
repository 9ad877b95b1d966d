import { join, resolve } from 'node:path';
import type { DatabaseSettings } from '../database-settings.ts';

/** Where a plugin's SQLite database is: a file, or `:memory:`. */
export interface SqliteLocation {
  readonly filename: string;
  /** Set where the configuration names a folder of its own, which nothing but this process may use. */
  readonly lockedFolder?: string;
}

/** A file of its own for each plugin, below the data folder unless the configuration names another. */
export function sqliteLocation({ connection, pluginId }: DatabaseSettings, dataDirectory: string): SqliteLocation {
  if (connection === ':memory:') return { filename: connection };
  const { filename, directory } = connection;
  if (typeof filename === 'string') return { filename: resolve(filename) };
  if (typeof directory !== 'string') return { filename: join(dataDirectory, 'databases', `${pluginId}.sqlite`) };
  return { filename: join(resolve(directory), `${pluginId}.sqlite`), lockedFolder: resolve(directory) };
}
