import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ServerProcess } from './server-process.ts';

const run = promisify(execFile);

/** How a server is run where its binary is not there and Docker is. */
export interface ContainerServer {
  readonly image: string;
  /** Host port and the port inside. */
  readonly ports: { readonly host: number; readonly container: number };
  readonly environment?: Readonly<Record<string, string>>;
  readonly arguments?: readonly string[];
}

/** A server from an image of the usual registry. `pid` is 0: its processes belong to the engine. */
export async function createContainer(server: ContainerServer): Promise<ServerProcess> {
  const environment = Object.entries(server.environment ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const publish = ['--publish', `127.0.0.1:${server.ports.host}:${server.ports.container}`];
  const { stdout } = await run('docker', ['create', ...publish, ...environment, server.image, ...(server.arguments ?? [])]);
  const id = stdout.trim();
  const docker = async (...args: string[]) => void (await run('docker', [...args, id]));
  return {
    pid: () => 0,
    start: () => docker('start'),
    ended: () => undefined,
    kill: () => docker('kill', '--signal', 'KILL').catch(() => undefined),
    pause: () => docker('pause'),
    resume: () => docker('unpause'),
    remove: () => docker('rm', '--force', '--volumes'),
  };
}
