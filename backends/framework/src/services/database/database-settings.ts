import { configErrors, createError } from '@portico/errors';
import type { ConfigReader, JsonObject, JsonValue } from '@portico/config';
import { connectionObject } from './connection-settings.ts';
import type { ConnectionObject } from './connection-settings.ts';
import type { DatabaseClient } from './dialect.ts';

/** `backend.database` as it holds for one plugin. */
export interface DatabaseSettings {
  readonly pluginId: string;
  readonly client: DatabaseClient;
  /** As written for SQLite; for servers an object without `database`. */
  readonly connection: ConnectionObject | ':memory:';
  /** Name of the plugin's database on a server; on SQLite unused. */
  readonly database: string;
  /** Set where plugins are divided by schemas of one database. */
  readonly schema?: string;
  /** Through which database a new one is made. */
  readonly maintenanceDatabase: string;
  readonly ensureExists: boolean;
  readonly ensureSchemaExists: boolean;
  /** Role that each session takes on. */
  readonly role?: string;
  /** True where the plugin may get a role of its own. */
  readonly ownRole: boolean;
  readonly skipMigrations: boolean;
  readonly knexConfig: JsonObject;
}

const clients: Readonly<Record<string, DatabaseClient>> = {
  'better-sqlite3': 'better-sqlite3', sqlite3: 'better-sqlite3', pg: 'pg', mysql2: 'mysql2', mysql: 'mysql2',
};
// Not Backstage's own prefix: both may use one server, and their tables differ.
const defaultPrefix = 'portico_plugin_';
const root = 'backend.database';

function refuse(path: string, expected: string, received: string): Error {
  return createError(configErrors.VALUE_INVALID, { path: `${root}.${path}`, expected, received, source: 'the configuration' });
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

async function readConnection(client: DatabaseClient, path: string, written: JsonValue | undefined): Promise<ConnectionObject> {
  const { type = 'default' } = objectOf(written);
  if (type !== 'default') throw refuse(`${path}.type`, 'default or nothing', String(type));
  try {
    const { type: _, ...connection } = (await connectionObject(client, written)) as Record<string, unknown>;
    return connection;
  } catch {
    throw refuse(path, client === 'pg' ? 'a URL such as postgresql://host/database' : 'a URL such as mysql://host', 'another text');
  }
}

function sqliteConnection(base: JsonValue | undefined, own: JsonValue | undefined, pluginId: string): ConnectionObject | ':memory:' {
  const written = own ?? base;
  if (written === ':memory:' || objectOf(written)['filename'] === ':memory:') return ':memory:';
  if (own === undefined && objectOf(base)['filename'] !== undefined) {
    throw refuse('connection.filename', `connection.directory, because each plugin has a file of its own`, 'a file name');
  }
  if (typeof written === 'string') throw refuse(own === undefined ? 'connection' : `plugin.${pluginId}.connection`, '":memory:" or { directory }', 'another text');
  return { ...objectOf(base), ...objectOf(own) };
}

/**
 * Reads what holds for a plugin: `backend.database`, over it `backend.database.plugin.<id>`. A plugin with a client of its
 * own takes no connection from the common part.
 *
 * @throws CONFIG_VALUE_INVALID
 */
export async function readDatabaseSettings(config: ConfigReader, pluginId: string): Promise<DatabaseSettings> {
  const base = objectOf(config.getOptional(root));
  const own = objectOf(objectOf(base['plugin'])[pluginId]);
  const chosen = (key: string): JsonValue | undefined => own[key] ?? base[key];
  const clientOf = (name: JsonValue | undefined) => clients[String(name ?? 'better-sqlite3')] ?? 'better-sqlite3';
  const client = clientOf(chosen('client'));
  const baseConnection = clientOf(base['client']) === client ? base['connection'] : undefined;
  const common = {
    pluginId,
    client,
    ensureExists: chosen('ensureExists') !== false,
    ensureSchemaExists: chosen('ensureSchemaExists') === true,
    skipMigrations: chosen('skipMigrations') === true,
    knexConfig: { ...objectOf(base['knexConfig']), ...objectOf(own['knexConfig']) },
    ...(typeof chosen('role') === 'string' ? { role: String(chosen('role')) } : {}),
  };
  if (client === 'better-sqlite3') {
    const connection = sqliteConnection(baseConnection, own['connection'], pluginId);
    return { ...common, connection, database: '', maintenanceDatabase: '', ownRole: false };
  }

  const shared = await readConnection(client, 'connection', baseConnection);
  const particular = await readConnection(client, `plugin.${pluginId}.connection`, own['connection']);
  const { database: _, ...connection } = { ...shared, ...particular };
  const schemas = base['pluginDivisionMode'] === 'schema';
  if (schemas && client !== 'pg') throw refuse('pluginDivisionMode', `database with the client ${client}`, 'schema');
  const maintenance = client === 'pg' ? 'postgres' : 'mysql';
  const named = particular['database'] ?? (schemas ? (shared['database'] ?? maintenance) : undefined);
  return {
    ...common,
    connection,
    database: String(named ?? `${base['prefix'] ?? defaultPrefix}${pluginId}`),
    ...(schemas ? { schema: `${base['schemaPrefix'] ?? ''}${pluginId}` } : {}),
    maintenanceDatabase: String(shared['database'] ?? maintenance),
    ownRole: base['pluginRoles'] !== false && common.role === undefined && particular['user'] === undefined,
  };
}
