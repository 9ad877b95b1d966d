import type { Knex } from 'knex';
import { createError, frameworkErrors, isPorticoError } from '@portico/errors';
import type { DatabaseSettings } from './database-settings.ts';
import { translateDatabaseFault } from './pools/database-faults.ts';
import type { DatabaseRoot } from './database-root.ts';
import { sqliteLocation } from './sqlite/sqlite-location.ts';

async function openSqliteDatabase(settings: DatabaseSettings, root: DatabaseRoot): Promise<Knex> {
  const { openSqlite } = await import('./sqlite/sqlite-client.ts');
  const { filename, lockedFolder } = sqliteLocation(settings, root.dataDirectory);
  if (lockedFolder !== undefined) await root.lockFolder(lockedFolder);
  return openSqlite(filename);
}

async function openOnServer(settings: DatabaseSettings, root: DatabaseRoot): Promise<Knex> {
  if (settings.client === 'mysql2') return (await import('./mysql/open-mysql.ts')).openMysql(settings, root);
  return (await import('./postgres/open-postgres.ts')).openPostgres(settings, root);
}

/**
 * Opens the database of a plugin; only the driver that is configured is loaded.
 *
 * @throws FRAMEWORK_DATABASE_UNAVAILABLE, FRAMEWORK_DATABASE_NOT_PREPARED, FRAMEWORK_DATABASE_CEILING
 */
export async function openDatabase(settings: DatabaseSettings, root: DatabaseRoot): Promise<Knex> {
  if (settings.client === 'better-sqlite3') return openSqliteDatabase(settings, root);
  try {
    return await openOnServer(settings, root);
  } catch (thrown) {
    const fault = translateDatabaseFault(thrown, settings.pluginId);
    if (isPorticoError(fault)) throw fault;
    const { code } = thrown as { code?: unknown };
    throw createError(frameworkErrors.DATABASE_NOT_PREPARED, { plugin: settings.pluginId, database: settings.database, reason: String(code ?? 'a fault') }, { cause: thrown });
  }
}
