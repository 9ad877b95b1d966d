import type { ErrorRequestHandler, Request, Response } from 'express';
import type { ErrorBody } from '@portico/contracts';
import { statusOf } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { redactUrl } from './redact-url.ts';
import { requestIdOf } from './request-id.ts';
import { translateError } from './translate-error.ts';

const retryAfterSeconds = 5;

function bodyOf(error: PorticoError, request: Request, statusCode: number): ErrorBody {
  const { name, code, message, fix, details } = error;
  return {
    error: { name, code, message, fix, ...(details ? { details: details.map(detail => ({ ...detail })) } : {}) },
    request: { method: request.method, url: redactUrl(request.originalUrl) },
    response: { statusCode },
  };
}

function send(response: Response, statusCode: number, body: ErrorBody): void {
  response.removeHeader('ETag');
  response.removeHeader('Content-Encoding');
  response.removeHeader('Content-Disposition');
  response.setHeader('Cache-Control', 'no-store');
  if (statusCode === 503) response.setHeader('Retry-After', String(retryAfterSeconds));
  if (statusCode === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.status(statusCode).json(body);
}

/** What nobody foresaw is an error with its stack; what the catalogue knows is one line; faults of the caller are none. */
function report(thrown: unknown, error: PorticoError, { logger, what }: { logger: LoggerService; what: string }): void {
  if (statusOf(error.name) < 500) return;
  if (error !== thrown) logger.error(`${what} failed`, thrown instanceof Error ? thrown : { thrown: String(thrown) });
  else logger.warn(`${what}: ${error.message}`, error.cause instanceof Error ? error.cause : { code: error.code });
}

/** The only place where errors become HTTP statuses. */
export function createErrorMiddleware(logger: LoggerService): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express tells an error handler by its four parameters
  return (thrown: unknown, request, response, _next) => {
    const requestId = requestIdOf(response);
    const error = translateError(thrown, requestId);
    const statusCode = statusOf(error.name);
    report(thrown, error, { logger: logger.child({ requestId }), what: `${request.method} ${redactUrl(request.originalUrl)}` });
    if (response.headersSent) {
      // Half an answer cannot be mended; cutting the connection is the only way to say that it is not whole.
      response.destroy();
      return;
    }
    send(response, statusCode, bodyOf(error, request, statusCode));
  };
}
