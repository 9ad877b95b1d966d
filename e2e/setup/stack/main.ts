import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { isFreePort } from '@portico/test-kit/servers';
import { root } from '../root.ts';
import { ensureTools } from '../tools/ensure-tools.ts';
import type { KeeperMessage } from './keeper/main.ts';
import { isKeeper, readState } from './state.ts';

// npm run stack: the production topology on this machine; npm run stack -- --down ends it.
const directory = path.resolve(root, process.env['PORTICO_DATA_DIR'] ?? '.data', 'stack');
const port = process.env['PORT'] ?? '3000';
const endLimitMs = 30_000;
const lookEveryMs = 100;

async function down(): Promise<void> {
  const state = readState(directory);
  if (!state) {
    process.stdout.write('No stack is running\n');
    return;
  }
  process.kill(state.keeper, 'SIGTERM');
  const giveUpAt = Date.now() + endLimitMs;
  while (isKeeper(state.keeper) && Date.now() < giveUpAt) await new Promise(resolve => setTimeout(resolve, lookEveryMs));
  // What it started ends with it.
  if (isKeeper(state.keeper)) process.kill(state.keeper, 'SIGKILL');
  process.stdout.write('The stack has ended\n');
}

function build(): Promise<number | null> {
  const child = spawn(process.execPath, [...process.execArgv, 'webpack/cli/src/main.ts', 'build'], { cwd: root, stdio: 'inherit' });
  return new Promise(resolve => child.on('exit', resolve));
}

function whereThingsAre(operators: string): string {
  const places = {
    logs: path.join(directory, 'logs'),
    'figures of the front door': `${operators}/metrics`,
    'token for programs, which npx portico finds by itself': path.join(directory, 'dev-token'),
    'to end it, and what is in its databases': 'npm run stack -- --down',
  };
  return Object.entries(places).map(([what, where]) => `  ${what}: ${where}\n`).join('');
}

function keep(): Promise<number> {
  fs.mkdirSync(path.join(directory, 'logs'), { recursive: true });
  const log = fs.openSync(path.join(directory, 'logs/keeper.log'), 'a');
  const keeper = spawn(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'keeper/main.ts'), directory, port], {
    cwd: root,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  return new Promise(resolve => {
    keeper.on('exit', code => resolve(code || 1));
    keeper.on('message', message => {
      const told = message as KeeperMessage;
      if (told.type === 'progress') process.stdout.write(`  ${told.line}\n`);
      if (told.type === 'failed') process.stderr.write(`${told.reason}\n`);
      if (told.type !== 'ready') return;
      process.stdout.write(`${whereThingsAre(told.operators)}Portico is ready at ${told.url}\n`);
      keeper.disconnect();
      keeper.unref();
      resolve(0);
    });
  });
}

async function up(): Promise<number> {
  const running = readState(directory);
  if (running) {
    process.stdout.write(`Portico is ready at ${running.url}\n`);
    return 0;
  }
  // It would be noticed only when everything else has started.
  if (!(await isFreePort(Number(port)))) {
    process.stderr.write(`Expected port ${port} to be free, but another program listens on it\nFix: End it, or name another port: PORT=3001 npm run stack\n`);
    return 1;
  }
  await ensureTools();
  return (await build()) || keep();
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--down')) {
  process.stderr.write(`Expected --down or nothing after "npm run stack --", got ${[option, ...rest].join(' ')}\n`);
  process.exitCode = 1;
} else if (option === '--down') await down();
else process.exitCode = await up();
