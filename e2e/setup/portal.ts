import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from './root.ts';
import { startStackPortal } from './stack/stack-portal.ts';

export { root };

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** How to start a portal for a test. */
export interface PortalOptions {
  /** Lines of YAML that go on top of `app-config.yaml`. */
  readonly config?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly dataDirectory?: string;
  /** `bundle` starts what `npm run build` made, as `npm start` does; `source` (default) the code as it lies there. */
  readonly from?: 'source' | 'bundle';
}

/** A portal process that a test started. */
export interface RunningPortal {
  readonly url: string;
  readonly port: number;
  readonly dataDirectory: string;
  /** Of a portal that is one process. */
  readonly process: ChildProcess;
  /** The token for programs that the portal wrote into its data folder. */
  developmentToken(): string;
  /** Has the front door, where there is one, fetch the files of remotes anew. */
  forgetArtifacts?(): void;
  /** Everything that it wrote so far. */
  output(): string;
  /** Ends it by SIGTERM and gives its exit code. */
  stop(): Promise<number | null>;
}

/** True when journeys run against the production topology instead of one process: `PORTICO_STACK=1`. */
export const onStack = process.env['PORTICO_STACK'] === '1';

/** Starts a portal on its own port and data folder and waits until it is ready. */
export function startPortal(options: PortalOptions = {}): Promise<RunningPortal> {
  return onStack ? startStackPortal(options) : startPortalProcess(options);
}

/** Starts `backends/portal` and waits until it says that it is ready. */
async function startPortalProcess(options: PortalOptions): Promise<RunningPortal> {
  const port = options.port ?? (await freePort());
  const dataDirectory = options.dataDirectory ?? fs.mkdtempSync(path.join(os.tmpdir(), 'portico-journey-'));
  const configFile = path.join(dataDirectory, 'journey-config.yaml');
  fs.writeFileSync(configFile, `app:\n  baseUrl: http://127.0.0.1:${port}\n${options.config ?? ''}`);
  const program =
    options.from === 'bundle' ? ['backends/portal/dist/main.mjs'] : ['--conditions=@portico/source', 'backends/portal/src/main.ts'];
  const child = spawn(
    process.execPath,
    [...program, '--config', 'app-config.yaml', '--config', configFile],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), PORTICO_DATA_DIR: dataDirectory, ...options.environment },
    },
  );
  let output = '';
  child.stdout?.on('data', chunk => (output += chunk));
  child.stderr?.on('data', chunk => (output += chunk));
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve));

  await new Promise<void>((resolve, reject) => {
    child.on('message', message => (message as { type?: string }).type === 'ready' && resolve());
    void ended.then(code => reject(new Error(`The portal ended with exit code ${code} before it was ready:\n${output}`)));
  });

  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDirectory,
    process: child,
    developmentToken: () => fs.readFileSync(path.join(dataDirectory, 'dev-token'), 'utf8').trim(),
    output: () => output,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM');
      const code = await ended;
      fs.rmSync(dataDirectory, { recursive: true, force: true });
      return code;
    },
  };
}
