import type { JsonSchema } from '../json-schema.ts';
import { duration, port, secret } from './shapes.ts';

const client: JsonSchema = { enum: ['better-sqlite3', 'pg', 'mysql2', 'sqlite3', 'mysql'] };

const tls: JsonSchema = { anyOf: [{ type: 'object', properties: { key: secret, passphrase: secret } }, { type: 'boolean' }, { type: 'string' }] };

const connection: JsonSchema = {
  anyOf: [
    {
      type: 'object',
      properties: {
        host: { type: 'string' },
        port,
        user: { type: 'string' },
        database: { type: 'string' },
        filename: { type: 'string' },
        directory: { type: 'string' },
        password: secret,
        connectionString: secret,
        ssl: tls,
      },
    },
    secret,
  ],
  expected: 'a connection string or an object such as { host, port, user, password }',
};

const shared = {
  client,
  connection,
  ensureExists: { type: 'boolean' },
  ensureSchemaExists: { type: 'boolean' },
  role: { type: 'string' },
  knexConfig: { type: 'object' },
  skipMigrations: { type: 'boolean' },
} satisfies Record<string, JsonSchema>;

/**
 * `backend.database`: one logical database per plugin. The prefix of their names is `portico_plugin_` unless set, so that a
 * Backstage may live on the same server.
 */
export const databaseSchema: JsonSchema = {
  type: 'object',
  properties: {
    ...shared,
    prefix: { type: 'string' },
    schemaPrefix: { type: 'string', pattern: '^[a-z_][a-z0-9_]*$', expected: 'lower-case letters, digits and "_"' },
    pluginDivisionMode: { enum: ['database', 'schema'] },
    /** Connections to database servers that all plugins of a process may have open together; 40 unless set. */
    maxConnections: { type: 'integer', minimum: 1, expected: 'a whole number of connections, at least one for each plugin' },
    /** After this time without an answer a server is asked whether it is there; if not, requests are answered 503. 5 s unless set. */
    unresponsiveAfter: duration,
    /** PostgreSQL: what the portal makes belongs to a role of the plugin's own, if its user may make roles; false turns it off. */
    pluginRoles: { type: 'boolean' },
    plugin: { type: 'object', additionalProperties: { type: 'object', properties: shared } },
  },
};
