import { randomUUID } from 'node:crypto';
import { createCacheCounters } from './cache-counters.ts';
import { readEntry, storedKeyOf, writeEntry } from './cache-entry.ts';
import type { PlainCache } from './cache-with-options.ts';
import type { GuardedStore } from './guarded-store.ts';
import type { CacheStore } from './stores/cache-store.ts';

// Nothing stays for ever in a store that does not push out by itself.
const longestTtlMs = 30 * 86_400_000;

/** What `createSharedCache` takes. */
export interface SharedCacheOptions {
  readonly pluginId: string;
  readonly prefix: string;
  readonly ttlMs: number | undefined;
  readonly store: GuardedStore;
}

/**
 * A plugin's part of a shared store. Every entry names the generation of the plugin's cache in which it was written, and is
 * read together with the present one: clearing means a new generation, for all replicas at once. A store that was away gets
 * a new generation too, since deletions may have been lost or older entries restored meanwhile.
 */
export function createSharedCache({ pluginId, prefix, ttlMs, store }: SharedCacheOptions): PlainCache {
  const counters = createCacheCounters();
  const generationKey = `${prefix}${pluginId}:generation`;
  const entryPrefix = `${prefix}${pluginId}:e:`;
  let known: string | undefined;
  let finding: Promise<string> | undefined;

  async function begin(target: CacheStore): Promise<string> {
    const generation = randomUUID();
    await target.set(generationKey, generation, longestTtlMs);
    known = generation;
    return generation;
  }

  /** The present generation; the first one where there is none. Those who need it at the same time find the same. */
  function generationOf(target: CacheStore): Promise<string> {
    if (known !== undefined) return Promise.resolve(known);
    finding ??= target
      .getMany([generationKey])
      .then(async ([found]) => (known = found ?? (await begin(target))))
      .finally(() => (finding = undefined));
    return finding;
  }

  store.beforeReturn(async target => void (await begin(target)));

  async function getMany<T>(keys: readonly string[]): Promise<(T | undefined)[]> {
    if (keys.length === 0) return [];
    const storedKeys = keys.map(storedKeyOf);
    const outcome = await store.run(target => target.getMany([generationKey, ...storedKeys.map(key => entryPrefix + key)]));
    if (!outcome.ok) counters.failed();
    const [generation, ...texts] = outcome.ok ? outcome.value : [];
    known = generation;
    const now = Date.now();
    return storedKeys.map((storedKey, index) => {
      const entry = readEntry(texts[index] ?? '');
      const valid = entry?.generation === generation && entry?.storedKey === storedKey && entry.expiresAt > now;
      counters.read(valid);
      return valid && entry ? (JSON.parse(entry.json) as T) : undefined;
    });
  }

  async function remove(key: string): Promise<void> {
    const outcome = await store.run(target => target.delete(entryPrefix + storedKeyOf(key)));
    if (!outcome.ok) counters.failed();
  }

  return {
    shared: true,
    getMany,
    get: async <T>(key: string) => (await getMany<T>([key]))[0],
    delete: remove,
    statistics: counters.current,
    async set(key, value, options) {
      const json = JSON.stringify(value) as string | undefined;
      const lasts = Math.min(options?.ttlMs ?? ttlMs ?? longestTtlMs, longestTtlMs);
      if (json === undefined || lasts <= 0) return remove(key);
      const storedKey = storedKeyOf(key);
      const outcome = await store.run(async target => {
        const generation = await generationOf(target);
        const text = writeEntry({ generation, storedKey, expiresAt: Date.now() + lasts, json });
        if (Buffer.byteLength(text) > target.longestText) return target.delete(entryPrefix + storedKey);
        await target.set(entryPrefix + storedKey, text, lasts);
        counters.written();
      });
      if (!outcome.ok) counters.failed();
    },
    async clear() {
      const outcome = await store.run(async target => {
        await begin(target);
        return target;
      });
      if (!outcome.ok) return counters.failed();
      // What is left can't be seen any more; taking it away only saves room.
      outcome.value.sweep?.(entryPrefix).catch(() => undefined);
    },
  };
}
