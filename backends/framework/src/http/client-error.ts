import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorBody } from '@portico/contracts';
import { createError, frameworkErrors, statusOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

function errorOf(code: string | undefined, longestHeaders: number): PorticoError {
  if (code === 'HPE_HEADER_OVERFLOW') return createError(frameworkErrors.HEADERS_TOO_LARGE, { limit: longestHeaders });
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return createError(frameworkErrors.REQUEST_TOO_SLOW);
  return createError(frameworkErrors.REQUEST_INVALID, { part: 'head' });
}

function answerOf(error: PorticoError): string {
  const statusCode = statusOf(error.name);
  const { name, code, message, fix } = error;
  // What was asked for is not known, since it could not be read.
  const body: ErrorBody = { error: { name, code, message, fix }, request: { method: '', url: '' }, response: { statusCode } };
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${statusCode} ${reasons[statusCode] ?? 'Error'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  return `${head.join('\r\n')}\r\n\r\n${text}`;
}

/** Answers what is no readable request: 431 for headers too large, 408 for a head that does not end, otherwise 400. */
export function answerUnreadableRequests(server: Server, longestHeaders: number): void {
  server.on('clientError', (fault: NodeJS.ErrnoException, socket: Socket & { _httpMessage?: unknown }) => {
    // Nobody is there any more, or an answer is already on its way: more bytes would be taken for a part of it.
    if (fault.code === 'ECONNRESET' || !socket.writable || socket._httpMessage) {
      socket.destroy();
      return;
    }
    socket.end(answerOf(errorOf(fault.code, longestHeaders)));
  });
}
