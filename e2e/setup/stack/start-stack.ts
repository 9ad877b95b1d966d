import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { freePort, startFrontDoor, startMemcached, startPostgres } from '@portico/test-kit/servers';
import type { RunningFrontDoor, RunningServer } from '@portico/test-kit/servers';
import { startBackendProcess } from './backend-process.ts';
import type { BackendProcess } from './backend-process.ts';
import { assembleFrontend } from './frontend-folder.ts';

/** Where a stack is, and what it is told. */
export interface StackOptions {
  /** Everything that it writes is below this folder, but for the data of PostgreSQL. */
  readonly directory: string;
  /** Of the front door; a free one when left out. */
  readonly port?: number | undefined;
  /** Configuration files on top of those of the stack; replicas follow their changes. */
  readonly configFiles?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly onProgress?: (line: string) => void;
}

/** The production topology on this machine. */
export interface RunningStack {
  readonly url: string;
  readonly frontDoor: RunningFrontDoor;
  readonly postgres: RunningServer;
  readonly memcached: RunningServer;
  /** Two, which run all plugins but the catalog. */
  readonly replicas: readonly BackendProcess[];
  /** Runs the catalog only. */
  readonly catalog: BackendProcess;
  /** Folder of what each part writes. */
  readonly logs: string;
  /** The token for programs; the same on all replicas. */
  readonly developmentToken: string;
  /** Ends everything; gives the exit codes of the backend's processes. */
  stop(): Promise<(number | null)[]>;
}

const tokenBytes = 32;
const base = ['app-config.yaml', 'app-config.stack.yaml'];

/** A data folder whose token for programs is that of all the others. */
export function makeDataDirectory(directory: string, token: string): string {
  fs.mkdirSync(directory, { recursive: true });
  fs.writeFileSync(path.join(directory, 'dev-token'), `${token}\n`, { mode: 0o600 });
  return directory;
}

/**
 * Starts PostgreSQL, memcached, two replicas of the portal, the catalog in a process of its own, and nginx in front of them, each
 * from a binary of this machine, and waits until all are ready.
 */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { directory, configFiles = [], environment = {}, onProgress = () => undefined } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const logs = path.join(directory, 'logs');
  fs.mkdirSync(logs, { recursive: true });
  const developmentToken = randomBytes(tokenBytes).toString('base64url');

  async function part<T extends { stop(): Promise<unknown> }>(title: string, starting: Promise<T>): Promise<T> {
    const started = performance.now();
    const running = await starting;
    stops.unshift(() => running.stop());
    onProgress(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return running;
  }

  try {
    const [postgres, memcached, ...ports] = await Promise.all([
      part('PostgreSQL', startPostgres()),
      part('memcached', startMemcached()),
      ...[options.port ?? freePort(), freePort(), freePort(), freePort()],
    ]);
    const [port = 0, ...backendPorts] = ports;
    const [catalogPort = 0, ...replicaPorts] = backendPorts;
    const url = `http://127.0.0.1:${port}`;
    const variables = {
      PORTICO_STACK_URL: url,
      PORTICO_STACK_CATALOG: `http://127.0.0.1:${catalogPort}`,
      PORTICO_STACK_MEMCACHED: memcached.connection,
      PORTICO_STACK_POSTGRES_PORT: String(postgres.port),
      PORTICO_STACK_POSTGRES_USER: postgres.connection.user,
      PORTICO_STACK_POSTGRES_PASSWORD: postgres.connection.password,
      ...environment,
    };
    const start = async (name: string, backendPort: number, files: readonly string[]): Promise<BackendProcess> => {
      const backend = startBackendProcess({
        name,
        port: backendPort,
        dataDirectory: makeDataDirectory(path.join(directory, name), developmentToken),
        configFiles: [...files, ...configFiles],
        environment: variables,
        logFile: path.join(logs, `${name}.log`),
      });
      stops.unshift(() => backend.stop());
      await backend.ready;
      return backend;
    };
    const assembling = assembleFrontend({ out: path.join(directory, 'image'), configFiles: [...base, ...configFiles], environment: variables });
    const started = performance.now();
    const [directoryOfFrontend, catalog, ...replicas] = await Promise.all([
      assembling,
      start('catalog', catalogPort, [...base, 'app-config.stack.catalog.yaml']),
      ...replicaPorts.map((replicaPort, index) => start(`replica-${index + 1}`, replicaPort, base)),
    ]);
    onProgress(`two replicas and the catalog: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    const frontDoor = await part('nginx', startFrontDoor({
      directory: directoryOfFrontend,
      port,
      backends: replicas.map(replica => replica.address),
      pluginBackends: { catalog: [catalog.address] },
      variables: { ACCESS_LOG: path.join(logs, 'nginx-access.log'), ERROR_LOG: path.join(logs, 'nginx-error.log') },
    }));
    return {
      url, frontDoor, postgres, memcached, replicas, catalog, logs, developmentToken,
      async stop() {
        await frontDoor.stop();
        const codes = await Promise.all([...replicas, catalog].map(backend => backend.stop()));
        await Promise.all([postgres.stop(), memcached.stop()]);
        return codes;
      },
    };
  } catch (fault) {
    for (const stop of stops) await stop();
    throw fault;
  }
}
