import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { signalTree } from './process-tree.ts';
import type { ServerProcess } from './server-process.ts';

/** How a server is run from a binary of this machine. */
export interface LocalServer {
  readonly name: string;
  readonly binary: string;
  readonly account?: Account | undefined;
  /** Makes the first data. */
  readonly prepare?: (folder: string) => readonly [binary: string, ...args: string[]];
  /** Files that `prepare` or the server reads. */
  readonly files?: Readonly<Record<string, string>>;
  arguments(folder: string): readonly string[];
  /** The signal by which it ends in good order without waiting for its clients. */
  readonly stopSignal: NodeJS.Signals;
}

const stopLimitMs = 10_000;
const keptOutput = 4_000;

/** In good order first: a server that is killed could not end the processes that it has started, which would keep its port. */
const endWithout = `
  cat >/dev/null
  kill -s "$2" "$0"
  for try in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$0" || break; sleep 0.2; done
  kill -9 "$0"
  sleep 0.2
  rm -rf "$1"
`;

/** Ends the server and removes its folder should the tests' process end without doing so, for example by a signal. */
function watchFor(child: ChildProcess, folder: string, stopSignal: NodeJS.Signals): void {
  const args = ['-c', endWithout, String(child.pid), folder, stopSignal.replace(/^SIG/, '')];
  const watcher = spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  watcher.unref();
  (watcher.stdin as unknown as { unref?(): void } | null)?.unref?.();
  child.once('exit', () => watcher.kill('SIGKILL'));
}

function makeFolder({ name, account, files = {} }: LocalServer): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `portico-${name}-`));
  const paths = Object.entries(files).map(([file, text]) => {
    const made = path.join(folder, file);
    fs.writeFileSync(made, text, { mode: 0o600 });
    return made;
  });
  if (account) for (const made of [folder, ...paths]) fs.chownSync(made, account.uid, account.gid);
  return folder;
}

/** A server from a binary, in a temporary folder. */
export async function createLocalProcess(server: LocalServer): Promise<ServerProcess> {
  const folder = makeFolder(server);
  const options = { ...server.account, cwd: folder, env: { PATH: process.env['PATH'], LANG: 'C', TMPDIR: folder, HOME: folder } };
  if (server.prepare) {
    const [binary, ...args] = server.prepare(folder);
    await promisify(execFile)(binary, args, options);
  }
  let child: ChildProcess | undefined;
  let exit: Promise<unknown> = Promise.resolve();
  let output = '';
  let ending: string | undefined;

  const runs = () => child !== undefined && child.exitCode === null && child.signalCode === null;
  const signal = (name: NodeJS.Signals) => void (runs() && signalTree(child?.pid ?? 0, name));
  const kill = async () => (signal('SIGKILL'), void (await exit));

  return {
    pid: () => child?.pid ?? 0,
    async start() {
      output = '';
      ending = undefined;
      const started = spawn(server.binary, server.arguments(folder), { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
      const collect = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-keptOutput));
      started.stdout.on('data', collect);
      started.stderr.on('data', collect);
      exit = new Promise(resolve => {
        started.once('error', fault => resolve((ending = fault.message)));
        started.once('exit', (code, by) => resolve((ending = `exit code ${code ?? by}`)));
      });
      child = started;
      if (started.pid !== undefined) watchFor(started, folder, server.stopSignal);
    },
    ended: () => (ending === undefined ? undefined : `${ending}: ${output}`),
    kill,
    pause: async () => signal('SIGSTOP'),
    resume: async () => signal('SIGCONT'),
    async remove() {
      signal('SIGCONT');
      if (runs()) child?.kill(server.stopSignal);
      const late = setTimeout(() => void kill(), stopLimitMs);
      await exit;
      clearTimeout(late);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
