import { createConnection } from 'mysql2/promise';
import { unprivilegedAccount } from '../process/account.ts';
import type { RunningServer, SqlConnection } from '../process/running-server.ts';
import { startServer } from '../process/start-server.ts';
import { findProgram, missingTool } from '../tools/server-tools.ts';

const user = 'portico';
const password = 'portico-tests';

function connectionAt(port: number): SqlConnection {
  return { host: '127.0.0.1', port, user, password, database: 'mysql' };
}

async function probe(port: number): Promise<void> {
  const client = await createConnection({ ...connectionAt(port), connectTimeout: 2_000 });
  await client.end();
}

const makeUser = [`create or replace user '${user}'@'%' identified by '${password}';`, `grant all on *.* to '${user}'@'%' with grant option;`];

function installer(): string {
  const found = findProgram('mariadb-install-db', 'mysql_install_db');
  if (found === undefined) throw missingTool('mariadb');
  return found;
}

/**
 * Starts a MariaDB with a user `portico` who may do everything.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export function startMariadb(): Promise<RunningServer<SqlConnection>> {
  return startServer({
    tool: 'mariadb',
    connection: connectionAt,
    probe,
    local: (_binary, port) => ({
      account: unprivilegedAccount('mysql'),
      files: { 'user.sql': `${makeUser.join('\n')}\n` },
      prepare: folder => [
        installer(), '--no-defaults', `--datadir=${folder}/data`, '--skip-test-db', '--auth-root-authentication-method=normal',
      ],
      arguments: folder => [
        '--no-defaults', `--datadir=${folder}/data`, `--socket=${folder}/socket`, `--pid-file=${folder}/pid`, `--tmpdir=${folder}`,
        '--bind-address=127.0.0.1', `--port=${port}`, `--init-file=${folder}/user.sql`,
        // A commit is in the system's hands before it is acknowledged, which a killed server survives.
        '--innodb-flush-log-at-trx-commit=2', '--innodb-flush-method=nosync', '--skip-log-bin', '--max-connections=200',
        '--innodb-buffer-pool-size=64M', '--skip-name-resolve', '--default-time-zone=+00:00',
      ],
      stopSignal: 'SIGTERM',
    }),
    container: () => ({
      environment: { MARIADB_USER: user, MARIADB_PASSWORD: password, MARIADB_ROOT_PASSWORD: password, MARIADB_ROOT_HOST: '%', MARIADB_DATABASE: 'mysql' },
    }),
  });
}
