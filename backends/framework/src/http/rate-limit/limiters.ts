import { messageOf } from '@portico/errors';
import type { RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { LoggerService } from '../../services/logger/logger-service.ts';
import type { RateLimit } from './read-rate-limits.ts';

const answerMs = 150;
const connectMs = 1_000;
const restMs = 2_000;

/** Counts the requests of addresses. */
export interface Limiter {
  /** Counts one; tells how many are left and when the window ends. */
  count(address: string): Promise<{ readonly allowed: boolean; readonly left: number; readonly endsInMs: number }>;
  /** Takes one count back. */
  giveBack(address: string): void;
}

/** Makes limiters that share one store. */
export interface LimiterSource {
  limiter(name: string, limit: RateLimit): Limiter;
  end(): void;
}

const resultOf = (result: RateLimiterRes, allowed: boolean) => ({
  allowed,
  left: Math.max(result.remainingPoints, 0),
  endsInMs: result.msBeforeNext,
});

/** @param pick - the store to count in now */
function limiterOver(pick: () => RateLimiterAbstract, onFault: (thrown: Error) => RateLimiterAbstract): Limiter {
  async function count(from: RateLimiterAbstract, address: string): ReturnType<Limiter['count']> {
    try {
      return resultOf(await from.consume(address), true);
    } catch (thrown) {
      // What is thrown for too many requests is no error.
      if (!(thrown instanceof Error)) return resultOf(thrown as RateLimiterRes, false);
      return count(onFault(thrown), address);
    }
  }
  return {
    count: address => count(pick(), address),
    giveBack: address => void pick().reward(address).catch(() => undefined),
  };
}

/** Counts in this process, or in Redis for all replicas; while Redis is away each replica counts alone. */
export async function createLimiterSource(redis: string | undefined, logger: LoggerService): Promise<LimiterSource> {
  const { RateLimiterMemory, RateLimiterRedis } = await import('rate-limiter-flexible');
  const memoryOf = (name: string, { requests, windowMs }: RateLimit) =>
    new RateLimiterMemory({ keyPrefix: name, points: requests, duration: windowMs / 1_000 });
  if (redis === undefined) {
    return {
      end: () => undefined,
      limiter(name, limit) {
        const memory = memoryOf(name, limit);
        return limiterOver(() => memory, () => memory);
      },
    };
  }

  const { Redis } = await import('iovalkey');
  const client = new Redis(redis, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: answerMs,
    connectTimeout: connectMs,
    lazyConnect: true,
    retryStrategy: () => restMs,
  });
  client.on('error', () => undefined);
  // One that is away is tried again and again.
  await client.connect().catch(() => undefined);
  let restsUntil = 0;
  return {
    end: () => client.disconnect(),
    limiter(name, limit) {
      const memory = memoryOf(name, limit);
      const options = { storeClient: client, keyPrefix: `portico:${name}`, points: limit.requests, duration: limit.windowMs / 1_000 };
      const shared = new RateLimiterRedis(options);
      return limiterOver(
        () => (Date.now() < restsUntil ? memory : shared),
        thrown => {
          if (Date.now() >= restsUntil) logger.warn(`Requests are counted by this process alone meanwhile: ${messageOf(thrown)}`);
          restsUntil = Date.now() + restMs;
          return memory;
        },
      );
    },
  };
}
