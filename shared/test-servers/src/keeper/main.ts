import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { startMariadb } from '../servers/mariadb.ts';
import { startPostgres } from '../servers/postgres.ts';
import type { RunningServer } from '../process/running-server.ts';

// Holds the database servers that all test files of one run share, and ends them with the run, however that ends.
const [run, folder] = process.argv.slice(2) as [string, string];
const starters: Readonly<Record<string, () => Promise<RunningServer>>> = { postgres: startPostgres, mariadb: startMariadb };
const started = new Map<string, Promise<RunningServer>>();

const server = createServer((request, response) => {
  const name = request.url?.slice(1) ?? '';
  const start = starters[name];
  if (!start) return void response.writeHead(404).end();
  const starting = started.get(name) ?? start();
  started.set(name, starting);
  starting.then(
    ({ connection }) => response.end(JSON.stringify(connection)),
    (fault: Error) => response.writeHead(500).end(fault.message),
  );
});
server.listen(path.join(folder, 'socket'));

function runIsGone(): boolean {
  try {
    process.kill(Number(run), 0);
    return false;
  } catch {
    return true;
  }
}

const timer = setInterval(() => void (runIsGone() && end()), 500);

async function end(): Promise<void> {
  clearInterval(timer);
  server.close();
  server.closeAllConnections();
  await Promise.all([...started.values()].map(async starting => (await starting.catch(() => undefined))?.stop()));
  fs.rmSync(folder, { recursive: true, force: true });
}
