import { durationMs } from '@portico/config';
import type { CacheOptions, CacheService, CacheSetOptions } from './cache-service.ts';

/** A cache before its options. */
export type PlainCache = Omit<CacheService, 'set' | 'withOptions'> & {
  set(key: string, value: unknown, options?: { readonly ttlMs?: number }): Promise<void>;
};

function ttlOf({ ttlMs, ttl }: CacheSetOptions): number | undefined {
  return ttlMs ?? durationMs(ttl);
}

/** The same entries and counts, seen with other defaults. */
export function withOptions(cache: PlainCache, { defaultTtl }: CacheOptions = {}): CacheService {
  return {
    ...cache,
    set(key, value, options = {}) {
      const ttlMs = ttlOf(options) ?? durationMs(defaultTtl);
      return cache.set(key, value, ttlMs === undefined ? {} : { ttlMs });
    },
    withOptions: options => withOptions(cache, { ...(defaultTtl === undefined ? {} : { defaultTtl }), ...options }),
  };
}
