import fs from 'node:fs';
import path from 'node:path';
import { messageOf } from '@portico/errors';
import { root } from '../../root.ts';
import { makeDataDirectory, startStack } from '../start-stack.ts';
import type { RunningStack } from '../start-stack.ts';
import { removeAllButLogs, writeState } from '../state.ts';

// Keeps the parts of a stack until it is told to end them: main.ts <folder> <port>. The command that started it goes away before.
const [directory = '', port = ''] = process.argv.slice(2);

/** What the keeper tells the command that started it. */
export type KeeperMessage =
  | { readonly type: 'progress'; readonly line: string }
  | { readonly type: 'ready'; readonly url: string; readonly operators: string }
  | { readonly type: 'failed'; readonly reason: string };

function tell(message: KeeperMessage): Promise<void> {
  return new Promise(resolve => (process.connected ? process.send?.(message, undefined, undefined, () => resolve()) : resolve()));
}

let stack: RunningStack | undefined;
let ending = false;

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await stack?.stop();
  removeAllButLogs(directory);
  process.exit(code);
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(0));

try {
  const own = path.join(root, 'app-config.local.yaml');
  const configFiles = fs.existsSync(own) ? [own] : [];
  stack = await startStack({ directory, port: Number(port), configFiles, onProgress: line => void tell({ type: 'progress', line }) });
  const { url, logs, frontDoor, postgres, memcached, replicas, catalog, developmentToken } = stack;
  makeDataDirectory(directory, developmentToken);
  const servers = { nginx: frontDoor.pid, postgres: postgres.pid, memcached: memcached.pid };
  const backends = Object.fromEntries([...replicas, catalog].map(({ name, pid }) => [name, pid]));
  writeState(directory, { url, keeper: process.pid, logs, operators: frontDoor.internalUrl, processes: { ...servers, ...backends } });
  await tell({ type: 'ready', url, operators: frontDoor.internalUrl });
} catch (fault) {
  await tell({ type: 'failed', reason: messageOf(fault) });
  await end(1);
}
