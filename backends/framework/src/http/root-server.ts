import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createError, frameworkErrors } from '@portico/errors';
import { answerUnreadableRequests } from './client-error.ts';
import { prepareDrain } from './drain-server.ts';
import type { ServerDrain } from './drain-server.ts';
import type { HttpServerOptions } from './server-options.ts';
import type { ListenAddress } from '../services/root-instance/root-instance-service.ts';

/** The process's one HTTP server. */
export interface ServerHandle extends ServerDrain {
  /** Known once the server listens. */
  readonly address: Promise<ListenAddress>;
  /** Opens the server. Port 0 takes a free one. */
  listen(wanted: ListenAddress): Promise<ListenAddress>;
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
export function createServerHandle(listener: RequestListener, { options, apply }: HttpServerOptions): ServerHandle {
  const server = createServer(options, listener);
  apply(server);
  answerUnreadableRequests(server, options.maxHeaderSize);
  const { drain } = prepareDrain(server);
  const { promise: address, resolve: setAddress } = Promise.withResolvers<ListenAddress>();
  return {
    address,
    async listen(wanted) {
      await open(server, wanted);
      const { port } = server.address() as AddressInfo;
      setAddress({ host: wanted.host, port });
      return { host: wanted.host, port };
    },
    drain,
  };
}
