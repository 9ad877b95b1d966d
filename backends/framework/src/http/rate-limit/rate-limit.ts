import type { Request, RequestHandler, Response } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { LoggerService } from '../../services/logger/logger-service.ts';
import { isProbe } from '../access-log.ts';
import { createLimiterSource } from './limiters.ts';
import type { Limiter } from './limiters.ts';
import type { RateLimit, RateLimits } from './read-rate-limits.ts';

interface Counted {
  readonly limiter: Limiter;
  readonly limit: RateLimit;
}

const pluginPath = /^\/api\/([^/?]+)/;

function showLimit(response: Response, limit: RateLimit, { left, endsInMs }: { left: number; endsInMs: number }): void {
  response.setHeader('RateLimit-Limit', String(limit.requests));
  response.setHeader('RateLimit-Remaining', String(left));
  response.setHeader('RateLimit-Reset', String(Math.ceil(endsInMs / 1_000)));
}

async function take({ limiter, limit }: Counted, request: Request, response: Response): Promise<void> {
  const address = request.ip ?? 'unknown';
  if (limit.allowedAddresses.has(address.replace(/^::ffff:/, ''))) return;
  const result = await limiter.count(address);
  showLimit(response, limit, result);
  if (!result.allowed) {
    const seconds = Math.max(Math.ceil(result.endsInMs / 1_000), 1);
    response.setHeader('Retry-After', String(seconds));
    throw createError(frameworkErrors.TOO_MANY_REQUESTS, { limit: limit.requests, windowMs: limit.windowMs, seconds });
  }
  if (!limit.skipSuccessful && !limit.skipFailed) return;
  response.once('finish', () => {
    const failed = response.statusCode >= 400;
    if (failed ? limit.skipFailed : limit.skipSuccessful) limiter.giveBack(address);
  });
}

/** A rate limit, with the function that lets go of its store. */
export interface RateLimiting {
  readonly handler: RequestHandler;
  readonly end: () => void;
}

/** Refuses the requests of an address that sends too many, with 429 and `Retry-After`. Probes are never counted. */
export async function createRateLimiting(limits: RateLimits, logger: LoggerService): Promise<RateLimiting> {
  const source = await createLimiterSource(limits.redis, logger);
  const counted = (name: string, limit: RateLimit): Counted => ({ limit, limiter: source.limiter(`rate-limit:${name}`, limit) });
  const global = limits.global && counted('all', limits.global);
  const plugins = new Map([...limits.plugins].map(([id, limit]) => [id, counted(`plugin:${id}`, limit)]));
  return {
    end: source.end,
    async handler(request, response, next) {
      if (isProbe(request.path)) return next();
      if (global) await take(global, request, response);
      const plugin = plugins.get(pluginPath.exec(request.path)?.[1] ?? '');
      if (plugin) await take(plugin, request, response);
      next();
    },
  };
}
