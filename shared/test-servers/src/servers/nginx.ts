import type { RunningServer } from '../process/running-server.ts';
import { startServer } from '../process/start-server.ts';
import { missingTool } from '../tools/server-tools.ts';

/** What `startNginx` is to run. */
export interface NginxPlace {
  readonly binary: string;
  /** Its prefix: `nginx.conf` and all that it writes. */
  readonly folder: string;
  /** For its public listener. */
  readonly port: number;
}

/** How to bring a configuration into the folder of an nginx. */
export interface NginxOptions {
  /** Of the public listener; a free one when left out. */
  readonly port?: number | undefined;
  /** A command that writes `nginx.conf`, with `daemon off`, and whatever it includes into the folder. */
  prepare(place: NginxPlace): readonly [binary: string, ...args: string[]];
}

async function probe(port: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(2_000) });
  await answer.arrayBuffer();
}

/**
 * Starts an nginx on a configuration. `connection` is its `http://` address.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export function startNginx({ port: wantedPort, prepare }: NginxOptions): Promise<RunningServer<string>> {
  const kind = {
    tool: 'nginx' as const,
    connection: (port: number) => `http://127.0.0.1:${port}`,
    probe,
    local: (binary: string, port: number) => ({
      prepare: (folder: string) => prepare({ binary, folder, port }),
      arguments: (folder: string) => ['-p', folder, '-c', `${folder}/nginx.conf`, '-e', 'stderr'],
      stopSignal: 'SIGTERM' as const,
    }),
    container(): never {
      // It reads files of this machine, so that no image can stand in.
      throw missingTool('nginx');
    },
  };
  return startServer(kind, wantedPort);
}
