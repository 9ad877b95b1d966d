import path from 'node:path';
import { freePort, startNginx } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';

/** What a front door is told. */
export interface FrontDoorOptions {
  /** Folder of the assembled image `portico-frontend`. */
  readonly directory: string;
  /** `host:port` of each replica. */
  readonly backends: readonly string[];
  /** `host:port` of each replica of plugins with a deployment of their own. */
  readonly pluginBackends?: Readonly<Record<string, readonly string[]>>;
  /** Of the public listener; a free one when left out. */
  readonly port?: number | undefined;
  /** More of its variables, by the end of their names: `{ BODY_LIMIT: '1k' }`. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A real nginx with the portal's configuration. */
export interface RunningFrontDoor extends RunningServer<string> {
  /** Of the public listener. */
  readonly url: string;
  /** Of the listener for operators. */
  readonly internalUrl: string;
  /** Folder of its filled configuration, cache and temporary files. */
  readonly runDirectory: string;
  /** Path of the nginx that runs: `PORTICO_NGINX` for `start.sh`. */
  readonly nginx: string;
}

/**
 * Starts nginx as the image `portico-frontend` does, on free ports and with its files in a temporary folder.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export async function startFrontDoor(options: FrontDoorOptions): Promise<RunningFrontDoor> {
  const { directory, backends, pluginBackends = {}, variables = {} } = options;
  const internalPort = await freePort();
  let [runDirectory, nginx] = ['', ''];
  const server = await startNginx({
    port: options.port,
    prepare({ binary, folder, port }) {
      [runDirectory, nginx] = [folder, binary];
      const given = {
        NGINX: binary,
        RUN_DIRECTORY: folder,
        ASSETS_DIRECTORY: path.join(folder, 'kept'),
        PUBLIC_ADDRESS: `127.0.0.1:${port}`,
        INTERNAL_ADDRESS: `127.0.0.1:${internalPort}`,
        BACKENDS: backends.join(' '),
        PLUGIN_BACKENDS: Object.entries(pluginBackends).map(([plugin, servers]) => `${plugin}=${servers.join(',')}`).join(' '),
        WORKERS: '1',
        // Pipes of Node are sockets, which nobody can open as a file.
        ACCESS_LOG: path.join(folder, 'access.log'),
        ...variables,
      };
      const environment = Object.entries(given).map(([name, value]) => `PORTICO_${name}=${value}`);
      return ['/usr/bin/env', ...environment, '/bin/sh', path.join(directory, 'nginx/start.sh'), '--check'];
    },
  });
  const own = { url: server.connection, internalUrl: `http://127.0.0.1:${internalPort}`, runDirectory, nginx };
  return Object.defineProperties(own, Object.getOwnPropertyDescriptors(server)) as RunningFrontDoor;
}
