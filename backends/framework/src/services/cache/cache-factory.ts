import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import type { CacheService } from './cache-service.ts';
import { createGuardedStore } from './guarded-store.ts';
import type { GuardedStore } from './guarded-store.ts';
import { createMemoryCache } from './memory-cache.ts';
import { readCacheSettings } from './read-cache-settings.ts';
import type { CacheSettings, SharedStoreSettings } from './read-cache-settings.ts';
import { createSharedCache } from './shared-cache.ts';
import type { OpenStore } from './stores/cache-store.ts';

/** Only the client of the configured store is loaded. */
async function openerOf({ store, connection }: SharedStoreSettings): Promise<OpenStore> {
  if (store === 'memcache') return (await import('./stores/memcache-store.ts')).memcacheOpener(connection);
  if (store === 'redis') return (await import('./stores/redis-store.ts')).redisOpener(connection);
  return (await import('./stores/valkey-store.ts')).valkeyOpener(connection);
}

interface CacheContext {
  readonly settings: CacheSettings;
  /** One connection for all plugins; none where the cache is memory. */
  readonly store: GuardedStore | undefined;
}

/** The cache that `backend.cache` names: memory of this process, or a store that replicas share. */
export const cacheFactory = createServiceFactory({
  service: coreServices.cache,
  deps: {
    plugin: coreServices.pluginMetadata,
    rootConfig: coreServices.rootConfig,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ rootConfig, rootLifecycle, rootLogger }): Promise<CacheContext> {
    const settings = readCacheSettings(rootConfig, message => rootLogger.warn(message));
    if (settings.store === 'memory') return { settings, store: undefined };
    const store = createGuardedStore({ open: await openerOf(settings), logger: rootLogger });
    rootLifecycle.addShutdownHook(() => store.end());
    await store.tried;
    return { settings, store };
  },
  async factory({ plugin }, { settings, store }): Promise<CacheService> {
    if (!store || settings.store === 'memory') return createMemoryCache(plugin.id, settings.ttlMs);
    return createSharedCache({ pluginId: plugin.id, prefix: settings.prefix, ttlMs: settings.ttlMs, store });
  },
});
