import { createError, messageOf, startErrors } from '@portico/errors';
import { dockerAnswers } from '../tools/docker.ts';
import { findTool, missingTool } from '../tools/server-tools.ts';
import type { ServerToolName } from '../tools/server-tools.ts';
import { createContainer } from './container.ts';
import type { ContainerServer } from './container.ts';
import { freePort, isFreePort } from './free-port.ts';
import { createLocalProcess } from './local-process.ts';
import type { LocalServer } from './local-process.ts';
import type { RunningServer } from './running-server.ts';
import type { ServerProcess } from './server-process.ts';

/** One kind of server: how to run it and how to see that it answers. */
export interface ServerKind<Connection> {
  readonly tool: ServerToolName;
  local(binary: string, port: number): Omit<LocalServer, 'name' | 'binary'>;
  container(): Omit<ContainerServer, 'ports' | 'image'>;
  readonly connection: (port: number) => Connection;
  /** Throws while the server does not answer. */
  probe(port: number): Promise<void>;
}

const host = '127.0.0.1';
const startLimitMs = 60_000;
const probeEveryMs = 50;

async function createProcess<C>(kind: ServerKind<C>, port: number): Promise<ServerProcess> {
  const { tool, binary } = findTool(kind.tool);
  if (binary !== undefined) return createLocalProcess({ name: kind.tool, binary, ...kind.local(binary, port) });
  if (!(await dockerAnswers())) throw missingTool(kind.tool);
  return createContainer({ image: tool.image, ports: { host: port, container: tool.port }, ...kind.container() });
}

/**
 * Starts a server, on a free port unless one is named, and waits until it answers.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export async function startServer<C>(kind: ServerKind<C>, wantedPort?: number): Promise<RunningServer<C>> {
  const port = wantedPort ?? (await freePort());
  // Otherwise whoever listens there would answer in its place.
  if (!(await isFreePort(port))) throw createError(startErrors.SERVER_NOT_STARTED, { server: kind.tool, reason: `port ${port} taken by another program` });
  const server = await createProcess(kind, port);

  async function startAndWait(): Promise<void> {
    const giveUpAt = Date.now() + startLimitMs;
    await server.start();
    for (;;) {
      try {
        return await kind.probe(port);
      } catch (fault) {
        const reason = server.ended();
        if (reason !== undefined || Date.now() > giveUpAt) {
          throw createError(startErrors.SERVER_NOT_STARTED, { server: kind.tool, reason: reason ?? messageOf(fault) });
        }
        await new Promise(resolve => setTimeout(resolve, probeEveryMs));
      }
    }
  }

  try {
    await startAndWait();
  } catch (fault) {
    await server.remove();
    throw fault;
  }
  let removing: Promise<void> | undefined;
  return {
    host,
    port,
    connection: kind.connection(port),
    get pid() {
      return server.pid();
    },
    kill: server.kill,
    pause: server.pause,
    resume: server.resume,
    async restart() {
      await server.kill();
      await startAndWait();
    },
    stop: () => (removing ??= server.remove()),
  };
}
