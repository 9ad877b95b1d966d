import { createHash } from 'node:crypto';
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as it reached a backend. */
export interface SeenRequest {
  readonly method: string;
  /** As it was sent. */
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly bodyBytes: number;
}

/** A backend that answers with what it was asked. */
export interface EchoBackend {
  /** `host:port`. */
  readonly address: string;
  /** Everything it was asked so far, oldest first; checks of sessions are not among it. */
  readonly seen: SeenRequest[];
  readonly sessionChecks: SeenRequest[];
  /** Answers of paths that are not to be echoed, by the path without the query. */
  readonly answers: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  stop(): Promise<void>;
}

/** The session that `/api/auth/check` knows. */
export const session = 'portico-session=known';

function acceptUpgrade(request: IncomingMessage, socket: Socket): void {
  const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
  socket.on('data', frame => {
    // The text of a short masked frame, sent back unmasked.
    const length = (frame[1] ?? 0) & 0x7f;
    const mask = frame.subarray(2, 6);
    const text = Buffer.from(frame.subarray(6, 6 + length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]));
  });
  socket.on('error', () => undefined);
}

/** Starts one on a free port of 127.0.0.1, or on the given one. */
export async function startEchoBackend(port = 0): Promise<EchoBackend> {
  const seen: SeenRequest[] = [];
  const sessionChecks: SeenRequest[] = [];
  const answers: EchoBackend['answers'] = new Map();
  const server = http.createServer(async (request, response) => {
    let bodyBytes = 0;
    for await (const chunk of request) bodyBytes += (chunk as Buffer).length;
    const { method = '', url = '', headers } = request;
    const path = url.split('?')[0] ?? '';
    if (path === '/api/auth/check') {
      sessionChecks.push({ method, url, headers, bodyBytes });
      response.writeHead(headers.cookie?.includes(session) ? 204 : 401, { 'WWW-Authenticate': 'Bearer' }).end();
      return;
    }
    seen.push({ method, url, headers, bodyBytes });
    const answer = answers.get(path);
    if (answer) answer(request, response);
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ method, url, headers, bodyBytes }));
  });
  const sockets = new Set<Socket>();
  server.on('connection', socket => sockets.add(socket).size);
  server.on('upgrade', (request, socket) => acceptUpgrade(request, socket as Socket));
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    sessionChecks,
    answers,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
