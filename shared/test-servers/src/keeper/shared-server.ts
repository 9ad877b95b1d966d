import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { createError, startErrors } from '@portico/errors';
import type { SqlConnection } from '../process/running-server.ts';

const keeperLimitMs = 30_000;

function ask(socketPath: string, name: string): Promise<SqlConnection> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path: `/${name}` }, response => {
      let body = '';
      response.on('data', chunk => (body += chunk));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(body) as SqlConnection);
        else reject(createError(startErrors.SERVER_NOT_STARTED, { server: name, reason: body }));
      });
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** Starts the keeper of this run unless somebody has: who makes the folder starts it. */
function ensureKeeper(run: string): string {
  const folder = path.join(os.tmpdir(), `portico-servers-${run}`);
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    const main = path.join(import.meta.dirname, 'main.ts');
    const keeper = spawn(process.execPath, ['--conditions=@portico/source', main, run, folder], {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    keeper.unref();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  return path.join(folder, 'socket');
}

/**
 * A database server that all test files of a run share. It is started when first asked for and ends with the run, whose
 * process id the test runner's configuration puts into `PORTICO_TEST_RUN`; without it, a run is this process.
 */
export async function sharedServer(name: 'postgres' | 'mariadb'): Promise<SqlConnection> {
  const socket = ensureKeeper(process.env['PORTICO_TEST_RUN'] ?? String(process.pid));
  const giveUpAt = Date.now() + keeperLimitMs;
  for (;;) {
    try {
      return await ask(socket, name);
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if ((code !== 'ENOENT' && code !== 'ECONNREFUSED') || Date.now() > giveUpAt) throw fault;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
