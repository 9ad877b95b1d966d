import type { RequestHandler } from 'express';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { redactUrl } from './redact-url.ts';
import { requestIdOf } from './request-id.ts';

/** True for what asks whether this process lives. */
export const isProbe = (path: string): boolean =>
  path === '/healthz' || path === '/readyz' || path.startsWith('/.backstage/health/');

/** One line per answered request, written when the answer has gone out or its reader has gone away. */
export function createAccessLog(logger: LoggerService): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const length = response.getHeader('Content-Length');
      // Probes come every few seconds and say nothing new.
      const write = isProbe(request.originalUrl) ? logger.debug : logger.info;
      write('request', {
        method: request.method,
        url: redactUrl(request.originalUrl),
        status: response.statusCode,
        durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
        ...(length === undefined ? {} : { bytes: Number(length) }),
        ...(response.writableFinished ? {} : { aborted: true }),
        requestId: requestIdOf(response),
      });
    });
    next();
  };
}
