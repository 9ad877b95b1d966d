import type { Client } from 'pg';
import type { ConnectionObject } from '../connection-settings.ts';
import type { DatabaseSettings } from '../database-settings.ts';
import { passwordVerifier, pluginRole } from './plugin-role.ts';
import type { PluginRole } from './plugin-role.ts';

// Any number that nobody else takes: replicas that start at the same moment prepare one after the other.
const preparationLock = 7_262_184_001;
const databaseExists = '42P04';
const schemaExists = '42P06';

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function valueOf(client: Client, statement: string, values: readonly unknown[]): Promise<unknown> {
  const { rows } = await client.query({ text: statement, values: [...values], rowMode: 'array' });
  return (rows[0] as unknown[] | undefined)?.[0];
}

/** The plugin's own role, where this user may make roles and signs in by a password. */
async function rolePossible(client: Client, settings: DatabaseSettings): Promise<PluginRole | undefined> {
  const password = settings.connection !== ':memory:' ? settings.connection['password'] : undefined;
  if (!settings.ownRole || typeof password !== 'string' || password === '') return undefined;
  const mayMakeRoles = await valueOf(client, 'select rolsuper or rolcreaterole from pg_roles where rolname = current_user', []);
  const name = settings.schema === undefined ? settings.database : `${settings.database}_${settings.schema}`;
  return mayMakeRoles === true ? pluginRole(name, password) : undefined;
}

async function writeRole(client: Client, role: PluginRole): Promise<void> {
  const known = await valueOf(client, 'select 1 from pg_roles where rolname = $1', [role.user]);
  const rights = 'login nosuperuser nocreatedb nocreaterole';
  await client.query(`${known ? 'alter' : 'create'} role ${quoted(role.user)} with ${known ? '' : rights} password '${passwordVerifier(role)}'`);
  // Who is no superuser may only give a database to a role whose member it is.
  if (!known) await client.query(`grant ${quoted(role.user)} to current_user`);
}

async function make(client: Client, statement: string, existsCode: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (fault) {
    if ((fault as { code?: string }).code !== existsCode) throw fault;
  }
}

async function prepareDatabase(client: Client, settings: DatabaseSettings): Promise<PluginRole | undefined> {
  const name = quoted(settings.database);
  const role = await rolePossible(client, settings);
  const ownerOf = () => valueOf(client, 'select pg_get_userbyid(datdba) from pg_database where datname = $1', [settings.database]);
  const owner = await ownerOf();
  if (owner !== undefined && owner !== role?.user) return undefined;
  if (role) await writeRole(client, role);
  if (owner === undefined) {
    // Order by code point, as on SQLite and with the collation of MySQL databases.
    await make(client, `create database ${name} ${role ? `owner ${quoted(role.user)} ` : ''}template template0 encoding 'UTF8' lc_collate 'C'`, databaseExists);
    if (role) await client.query(`revoke connect, temporary on database ${name} from public`);
  }
  return role;
}

async function prepareSchema(client: Client, settings: DatabaseSettings, schema: string): Promise<PluginRole | undefined> {
  const role = await rolePossible(client, settings);
  const owner = await valueOf(client, 'select pg_get_userbyid(nspowner) from pg_namespace where nspname = $1', [schema]);
  if (owner !== undefined && owner !== role?.user) return undefined;
  if (owner === undefined && !settings.ensureSchemaExists) return undefined;
  if (role) await writeRole(client, role);
  const as = role?.user ?? settings.role;
  if (owner === undefined) await make(client, `create schema ${quoted(schema)}${as === undefined ? '' : ` authorization ${quoted(as)}`}`, schemaExists);
  return role;
}

/**
 * Makes the plugin's database or schema where it is wanted and missing. What the portal makes belongs to a role of the
 * plugin's own if the portal's user may make roles and signs in by a password; nobody else may then enter.
 *
 * @returns what the plugin signs in with in place of the portal's user
 */
export async function preparePostgres(connection: ConnectionObject, settings: DatabaseSettings): Promise<PluginRole | undefined> {
  if (!settings.ensureExists) return undefined;
  const { default: pg } = await import('pg');
  const inside = settings.schema === undefined ? settings.maintenanceDatabase : settings.database;
  const client = new pg.Client({ connectionTimeoutMillis: 5_000, ...connection, database: inside });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock($1)', [preparationLock]);
    return settings.schema === undefined ? await prepareDatabase(client, settings) : await prepareSchema(client, settings, settings.schema);
  } finally {
    await client.end().catch(() => undefined);
  }
}
