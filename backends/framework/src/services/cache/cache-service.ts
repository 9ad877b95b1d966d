import type { Duration } from '@portico/config';

/** Options of `set`. */
export interface CacheSetOptions {
  /** Milliseconds until the entry is gone; default `backend.cache.defaultTtl`, otherwise until it is pushed out. */
  readonly ttlMs?: number;
  /** The same as a duration: milliseconds, or `{ minutes: 5 }`. */
  readonly ttl?: Duration;
}

/** Options of `withOptions`. */
export interface CacheOptions {
  /** Of entries that are set without a time of their own. */
  readonly defaultTtl?: Duration;
}

/** Counts since the start of this process. */
export interface CacheStatistics {
  readonly hits: number;
  readonly misses: number;
  /** Entries that were written. */
  readonly sets: number;
  /** Operations that the store did not carry out, in time or at all. A read among them counts as a miss too. */
  readonly errors: number;
}

/**
 * The plugin's own cache. May forget anything at any time; a fault of the store looks like a miss and costs a caller at most
 * 250 ms, once. Values are JSON. Keys may have any length.
 */
export interface CacheService {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, options?: CacheSetOptions): Promise<void>;
  delete(key: string): Promise<void>;
  /** Values in the order of `keys`; `undefined` for a miss. */
  getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** Forgets everything of this plugin and nothing of others. */
  clear(): Promise<void>;
  /** The same cache with other defaults. */
  withOptions(options: CacheOptions): CacheService;
  statistics(): CacheStatistics;
  /** True where other replicas see the same entries; false for the memory of this process. */
  readonly shared: boolean;
}
