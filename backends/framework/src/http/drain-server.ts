import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const sweepMs = 25;
const mostListeners = 30;

/** Lets a server finish what it has begun. */
export interface ServerDrain {
  /** Accepts nothing more, waits for answers that are under way, at most `limitMs`, then cuts what is left. */
  drain(limitMs: number): Promise<void>;
}

const isEventStream = (response: ServerResponse) => String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream');

/** Keeps account of a server's connections and answers. Goes on before the server listens. */
export function prepareDrain(server: Server): ServerDrain {
  const responses = new Set<ServerResponse>();
  const sockets = new Set<Socket>();
  let draining = false;

  /** A client that asks again on this connection would find it closed: it is told to open another. */
  function announceEnd(response: ServerResponse): void {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  }

  server.prependListener('request', (_request, response) => {
    // Each station on the way of a request wants to know of its end, and so do the streams behind it.
    response.setMaxListeners(mostListeners);
    responses.add(response);
    response.once('close', () => responses.delete(response));
    if (draining) announceEnd(response);
  });
  // Upgraded connections too, which the server itself loses sight of.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  return {
    async drain(limitMs) {
      if (!server.listening) return;
      draining = true;
      const closed = new Promise(resolve => server.close(resolve));
      responses.forEach(announceEnd);
      // A stream has no last word; browsers connect again by themselves.
      for (const response of responses) if (isEventStream(response)) response.end();
      // A connection that becomes idle after its last answer would otherwise stay open for the keep-alive time.
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
      const limit = setTimeout(() => sockets.forEach(socket => socket.destroy()), limitMs);
      await closed;
      clearInterval(sweep);
      clearTimeout(limit);
    },
  };
}
