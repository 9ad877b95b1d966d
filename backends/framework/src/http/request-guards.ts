import type { RequestHandler } from 'express';
import type { ConfigReader } from '@portico/config';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { createCors } from './cors.ts';
import { createRateLimiting } from './rate-limit/rate-limit.ts';
import { readRateLimits } from './rate-limit/read-rate-limits.ts';
import { createSecurityHeaders } from './security-headers.ts';

/** What stands in front of every path, by configuration. */
export interface RequestGuards {
  readonly securityHeaders: RequestHandler;
  readonly cors: RequestHandler | undefined;
  readonly rateLimit: RequestHandler | undefined;
  /** Lets go of connections. */
  readonly end: () => void;
}

/** Reads `backend.{cors,rateLimit,referrer}`; loads the libraries of what is switched on. */
export async function createRequestGuards(config: ConfigReader, logger: LoggerService): Promise<RequestGuards> {
  const limits = readRateLimits(config);
  const rateLimiting = limits && (await createRateLimiting(limits, logger));
  return {
    securityHeaders: createSecurityHeaders(config.getOptionalString('backend.referrer.policy')),
    cors: await createCors(config),
    rateLimit: rateLimiting?.handler,
    end: () => rateLimiting?.end(),
  };
}
