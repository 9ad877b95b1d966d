import type { Keyv } from 'keyv';
import { BoundedStore } from './bounded-store.ts';
import { createCacheCounters } from './cache-counters.ts';
import type { PlainCache } from './cache-with-options.ts';

const entriesPerPlugin = 10_000;

/** A plugin's part of this process's memory; a plugin can't push out another's entries. Loaded when first used. */
export function createMemoryCache(pluginId: string, ttlMs: number | undefined): PlainCache {
  const counters = createCacheCounters();
  let opening: Promise<Keyv> | undefined;

  async function open(): Promise<Keyv> {
    const { Keyv } = await import('keyv');
    const store = new BoundedStore(entriesPerPlugin);
    const keyv = new Keyv({ store, namespace: pluginId, ...(ttlMs === undefined ? {} : { ttl: ttlMs }) });
    keyv.on('error', () => counters.failed());
    return keyv;
  }
  const opened = () => (opening ??= open());
  const counted = <T>(value: T | undefined): T | undefined => {
    counters.read(value !== undefined);
    return value;
  };
  return {
    shared: false,
    get: async <T>(key: string) => counted(await (await opened()).get<T>(key)),
    async set(key, value, options) {
      await (await opened()).set(key, value, options?.ttlMs);
      counters.written();
    },
    delete: async key => void (await (await opened()).delete(key)),
    getMany: async <T>(keys: readonly string[]) =>
      keys.length === 0 ? [] : (await (await opened()).getMany<T>([...keys])).map(value => counted(value)),
    clear: async () => (await opened()).clear(),
    statistics: counters.current,
  };
}
