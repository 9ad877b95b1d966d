/** Options of `set`. */
export interface CacheSetOptions {
  /** Milliseconds until the entry is gone; default `backend.cache.defaultTtl`, otherwise until it is pushed out. */
  readonly ttlMs?: number;
}

/** The plugin's own cache. May forget anything at any time; a fault of it looks like a miss. Values are JSON. */
export interface CacheService {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown, options?: CacheSetOptions): Promise<void>;
  delete(key: string): Promise<void>;
  /** Values in the order of `keys`; `undefined` for a miss. */
  getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]>;
  /** Forgets everything of this plugin and nothing of others. */
  clear(): Promise<void>;
}
