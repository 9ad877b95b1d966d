import { BoundedStore } from './bounded-store.ts';
import { createCacheCounters } from './cache-counters.ts';
import type { CacheService } from './cache-service.ts';

const entriesPerPlugin = 10_000;

/** A plugin's part of this process's memory; a plugin can't push out another's entries. */
export async function createMemoryCache(pluginId: string, ttlMs: number | undefined): Promise<CacheService> {
  const { Keyv } = await import('keyv');
  const store = new BoundedStore(entriesPerPlugin);
  const keyv = new Keyv({ store, namespace: pluginId, ...(ttlMs === undefined ? {} : { ttl: ttlMs }) });
  const counters = createCacheCounters();
  keyv.on('error', () => counters.failed());

  const counted = <T>(value: T | undefined): T | undefined => {
    counters.read(value !== undefined);
    return value;
  };
  return {
    shared: false,
    get: async <T>(key: string) => counted(await keyv.get<T>(key)),
    async set(key, value, options) {
      await keyv.set(key, value, options?.ttlMs);
      counters.written();
    },
    delete: async key => void (await keyv.delete(key)),
    getMany: async <T>(keys: readonly string[]) =>
      keys.length === 0 ? [] : (await keyv.getMany<T>([...keys])).map(value => counted(value)),
    clear: () => keyv.clear(),
    statistics: counters.current,
  };
}
