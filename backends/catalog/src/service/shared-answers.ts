import type { CacheService } from '@portico/backend-framework';

// Long enough to be of use to the other replicas, short enough not to fill the store with revisions of the past.
const keptMs = 10 * 60_000;

/** Answers that replicas share, each under the number of the change that it was read after. */
export interface SharedAnswers {
  /** The kept text, or what `read` finds, which is kept. */
  through<T extends string | undefined>(key: string, read: () => Promise<T>): Promise<T>;
}

/** Keeps nothing. */
export const unshared: SharedAnswers = { through: (_key, read) => read() };

/**
 * In the plugin's cache, which forgets and fails without harm. What is kept under a revision was read after that change was
 * visible, so it is never older; a new revision leaves all earlier answers behind.
 *
 * @param revision - undefined while it is not known: then nothing that is kept is asked for
 */
export function createSharedAnswers(cache: CacheService, revision: () => number | undefined): SharedAnswers {
  return {
    async through<T extends string | undefined>(key: string, read: () => Promise<T>): Promise<T> {
      const at = revision();
      if (at === undefined) return read();
      const storedKey = `${at} ${key}`;
      const kept = await cache.get<string>(storedKey);
      if (kept !== undefined) return kept as T;
      const text = await read();
      // Nobody waits for it.
      if (text !== undefined) void cache.set(storedKey, text, { ttlMs: keptMs });
      return text;
    },
  };
}
