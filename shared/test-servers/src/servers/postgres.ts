import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { unprivilegedAccount } from '../process/account.ts';
import type { RunningServer, SqlConnection } from '../process/running-server.ts';
import { startServer } from '../process/start-server.ts';

const user = 'portico';
const password = 'portico-tests';

function connectionAt(port: number): SqlConnection {
  return { host: '127.0.0.1', port, user, password, database: 'postgres' };
}

async function probe(port: number): Promise<void> {
  const client = new pg.Client({ ...connectionAt(port), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.end();
}

// A commit is in the system's hands before it is acknowledged, which a killed server survives; only a fall of power would not.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '200',
  timezone: 'UTC',
};

/**
 * Starts a PostgreSQL with a superuser `portico`.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export function startPostgres(): Promise<RunningServer<SqlConnection>> {
  return startServer({
    tool: 'postgres',
    connection: connectionAt,
    probe,
    local: (binary, port) => ({
      account: unprivilegedAccount('postgres'),
      files: { password },
      prepare: folder => [
        path.join(path.dirname(fs.realpathSync(binary)), 'initdb'),
        '--no-sync', '--no-locale', '--encoding=UTF8', '--auth=scram-sha-256',
        '-U', user, `--pwfile=${folder}/password`, '-D', `${folder}/data`,
      ],
      arguments: folder => [
        '-D', `${folder}/data`, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      stopSignal: 'SIGINT',
    }),
    container: () => ({ environment: { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: 'postgres' }, arguments: ['-c', 'fsync=off'] }),
  });
}
