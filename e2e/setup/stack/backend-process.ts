import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { root } from '../root.ts';

/** How to run one process of the backend. */
export interface BackendOptions {
  readonly name: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Configuration files, lowest first. */
  readonly configFiles: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Takes what it writes. */
  readonly logFile: string;
}

/** A process of the backend that comes back when it ends by itself, as a container with a restart policy does. */
export interface BackendProcess {
  readonly name: string;
  readonly address: string;
  readonly pid: number;
  /** Settles once it is ready; rejects when it ends before it ever was. */
  readonly ready: Promise<void>;
  /** `kill -9`. It comes back. */
  kill(): void;
  /** Ends it by SIGTERM, for good; gives its exit code. */
  stop(): Promise<number | null>;
}

const restartMs = 1_000;

function launch({ port, dataDirectory, configFiles, environment, logFile }: BackendOptions): ChildProcess {
  const log = fs.openSync(logFile, 'a');
  const config = configFiles.flatMap(file => ['--config', file]);
  const child = spawn(process.execPath, ['--conditions=@portico/source', '--disable-warning=ExperimentalWarning', 'backends/portal/src/main.ts', ...config], {
    cwd: root,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ...environment, PORT: String(port), PORTICO_DATA_DIR: dataDirectory },
  });
  fs.closeSync(log);
  return child;
}

/** Starts `backends/portal` once, and again whenever it ends without being told to. */
export function startBackendProcess(options: BackendOptions): BackendProcess {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child: ChildProcess;
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<number | null>();
  let wasReady = false;

  function run(): void {
    child = launch(options);
    child.on('message', message => {
      if ((message as { type?: string }).type !== 'ready') return;
      wasReady = true;
      resolve();
    });
    child.on('exit', code => {
      if (stopping) return end(code);
      if (!wasReady) {
        end(code);
        return reject(new Error(`${options.name} ended with exit code ${code} before it was ready:\n${fs.readFileSync(options.logFile, 'utf8').slice(-4_000)}`));
      }
      timer = setTimeout(run, restartMs);
    });
  }
  run();

  return {
    name: options.name,
    address: `127.0.0.1:${options.port}`,
    get pid() {
      return child.pid ?? 0;
    },
    ready,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) end(child.exitCode);
      else child.kill('SIGTERM');
      return ended;
    },
  };
}
