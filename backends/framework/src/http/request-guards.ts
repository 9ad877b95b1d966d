import type { RequestHandler } from 'express';
import type { ConfigReader } from '@portico/config';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { createCors } from './cors.ts';
import { createRateLimiting } from './rate-limit/rate-limit.ts';
import { readRateLimits } from './rate-limit/read-rate-limits.ts';
import type { RouteTable } from './route-table.ts';
import { createSecurityHeaders } from './security-headers.ts';
import { readTracingSettings } from './tracing/read-tracing.ts';

/** What stands in front of every path, by configuration. */
export interface RequestGuards {
  readonly securityHeaders: RequestHandler;
  readonly cors: RequestHandler | undefined;
  readonly rateLimit: RequestHandler | undefined;
  readonly tracing: RequestHandler | undefined;
  /** Lets go of connections, and sends what is left to send. */
  readonly end: () => Promise<void>;
}

/** Reads `backend.{cors,rateLimit,referrer,tracing}`; loads the libraries of what is switched on. */
export async function createRequestGuards(config: ConfigReader, logger: LoggerService, routes: RouteTable): Promise<RequestGuards> {
  const limits = readRateLimits(config);
  const traced = readTracingSettings(config);
  const tracing = traced && (await import('./tracing/start-tracing.ts')).startTracing(traced, routes);
  const rateLimiting = limits && (await createRateLimiting(limits, logger));
  return {
    securityHeaders: createSecurityHeaders(config.getOptionalString('backend.referrer.policy')),
    cors: await createCors(config),
    rateLimit: rateLimiting?.handler,
    tracing: tracing?.handler,
    async end() {
      rateLimiting?.end();
      await tracing?.end();
    },
  };
}
