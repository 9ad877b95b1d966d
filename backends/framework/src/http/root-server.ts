import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createError, frameworkErrors } from '@portico/errors';
import type { ListenAddress } from '../services/root-instance/root-instance-service.ts';

// Longer than a front door keeps its idle connections, so that it never writes into one that we are closing.
const keepAliveMs = 75_000;
const sweepMs = 25;

/** The process's one HTTP server. */
export interface ServerHandle {
  /** Known once the server listens. */
  readonly address: Promise<ListenAddress>;
  /** Opens the server. Port 0 takes a free one. */
  listen(wanted: ListenAddress): Promise<ListenAddress>;
  /** Accepts nothing more, waits for answers that are under way, at most `limitMs`, then cuts what is left. */
  drain(limitMs: number): Promise<void>;
}

function open(server: Server, { host, port }: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? createError(frameworkErrors.PORT_IN_USE, { host, port, suggestion: port + 1 }, { cause })
          : createError(frameworkErrors.LISTEN_FAILED, { host, port, reason: cause.code ?? cause.message }, { cause }),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Makes the server without opening it. */
export function createServerHandle(listener: RequestListener): ServerHandle {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, listener);
  const { promise: address, resolve: setAddress } = Promise.withResolvers<ListenAddress>();
  return {
    address,
    async listen(wanted) {
      await open(server, wanted);
      const { port } = server.address() as AddressInfo;
      setAddress({ host: wanted.host, port });
      return { host: wanted.host, port };
    },
    async drain(limitMs) {
      if (!server.listening) return;
      // A connection that becomes idle after its last answer would otherwise stay open for the keep-alive time.
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      const limit = setTimeout(() => server.closeAllConnections(), limitMs);
      await new Promise(resolve => server.close(resolve));
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}
