import type { Knex } from 'knex';
import type { ConnectionObject } from '../connection-settings.ts';
import type { DatabaseRoot } from '../database-root.ts';
import type { DatabaseSettings } from '../database-settings.ts';
import { openServerPool } from '../pools/server-pool.ts';
import { preparePostgres } from './prepare-postgres.ts';

const int8 = 20;

/** Bigints and counts as numbers, as the other databases give them; those that a number can't hold stay text. */
async function numberTypes(): Promise<{ getTypeParser: (oid: number, format?: 'text' | 'binary') => unknown }> {
  const { default: pg } = await import('pg');
  return {
    getTypeParser(oid, format) {
      if (oid !== int8) return pg.types.getTypeParser(oid, format as 'text');
      return (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
    },
  };
}

/** Opens a plugin's database on PostgreSQL, after making what is missing. */
export async function openPostgres(settings: DatabaseSettings, root: DatabaseRoot): Promise<Knex> {
  const { pluginId, database, schema, role, knexConfig } = settings;
  const connection = settings.connection as ConnectionObject;
  const own = await preparePostgres(connection, settings);
  return openServerPool({
    client: 'pg',
    pluginId,
    ...root,
    watch: root.watchOf(settings),
    knexConfig,
    connection: {
      application_name: `portico_plugin_${pluginId}`,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      types: await numberTypes(),
      ...connection,
      ...own,
      database,
    },
    session: role === undefined ? [] : [`set role "${role.replaceAll('"', '""')}"`],
    ...(schema === undefined ? {} : { searchPath: [schema] }),
  });
}
