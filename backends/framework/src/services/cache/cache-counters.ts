import type { CacheStatistics } from './cache-service.ts';

/** Counts for one plugin. */
export interface CacheCounters {
  read(found: boolean): void;
  written(): void;
  failed(): void;
  current(): CacheStatistics;
}

/** Starts at zero. */
export function createCacheCounters(): CacheCounters {
  const counts = { hits: 0, misses: 0, sets: 0, errors: 0 };
  return {
    read: found => void (counts[found ? 'hits' : 'misses'] += 1),
    written: () => void (counts.sets += 1),
    failed: () => void (counts.errors += 1),
    current: () => ({ ...counts }),
  };
}
