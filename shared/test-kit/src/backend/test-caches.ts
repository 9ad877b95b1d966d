import type { JsonObject } from '@portico/config';
import { startMemcached, startRedis } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';

const cacheIds = ['memory', 'memcache', 'redis', 'valkey'] as const;

/** A store behind the cache service. */
export type CacheId = (typeof cacheIds)[number];

/** What `testCaches.create` takes. */
export interface TestCachesOptions {
  /** Default: all. */
  readonly ids?: readonly CacheId[];
}

/** Real caches for tests: memory, memcached, and Redis by both of its clients. Call `stop` after the tests. */
export interface TestCaches {
  readonly ids: readonly CacheId[];
  /** Configuration under which the plugins of a backend keep their caches there: `{ backend: { cache } }`. */
  config(id: CacheId): Promise<JsonObject>;
  /** Ends the servers. */
  stop(): Promise<void>;
}

function create({ ids = cacheIds }: TestCachesOptions = {}): TestCaches {
  const servers = new Map<string, Promise<RunningServer>>();
  const serverOf = (kind: string, start: () => Promise<RunningServer>): Promise<RunningServer> => {
    const running = servers.get(kind) ?? start();
    servers.set(kind, running);
    return running;
  };
  return {
    ids,
    async config(id) {
      if (id === 'memory') return { backend: { cache: { store: id } } };
      if (id === 'memcache') {
        const { host, port } = await serverOf('memcached', startMemcached);
        return { backend: { cache: { store: id, connection: `${host}:${port}` } } };
      }
      const { host, port } = await serverOf('redis', startRedis);
      return { backend: { cache: { store: id, connection: `redis://${host}:${port}` } } };
    },
    async stop() {
      const running = await Promise.all(servers.values());
      servers.clear();
      await Promise.all(running.map(server => server.stop()));
    },
  };
}

/**
 * Caches for contract suites: `const caches = testCaches.create(); describe.each(caches.ids)('on %s', id => ...)`. A server is
 * started when its first configuration is asked for.
 */
export const testCaches = { create };
