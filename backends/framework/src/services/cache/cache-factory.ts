import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { metricsRegistryRef } from '../internal-services.ts';
import type { MetricsRegistry } from '../metrics/metrics-registry.ts';
import type { CacheService } from './cache-service.ts';
import { withOptions } from './cache-with-options.ts';
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
  readonly caches: Map<string, CacheService>;
}

function showStatistics(caches: ReadonlyMap<string, CacheService>, metrics: MetricsRegistry): void {
  const options = { name: 'portico_cache_operations_total', help: 'What the cache did', labelNames: ['plugin', 'result'] };
  metrics.observeCounter(options, () =>
    [...caches].flatMap(([plugin, cache]) =>
      Object.entries(cache.statistics()).map(([result, value]) => ({ labels: { plugin, result }, value: value as number })),
    ),
  );
}

/** The cache that `backend.cache` names: memory of this process, or a store that replicas share. */
export const cacheFactory = createServiceFactory({
  service: coreServices.cache,
  deps: {
    metrics: metricsRegistryRef,
    plugin: coreServices.pluginMetadata,
    rootConfig: coreServices.rootConfig,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  async createRootContext({ metrics, rootConfig, rootLifecycle, rootLogger }): Promise<CacheContext> {
    const settings = readCacheSettings(rootConfig, message => rootLogger.warn(message));
    const caches = new Map<string, CacheService>();
    showStatistics(caches, metrics);
    if (settings.store === 'memory') return { settings, store: undefined, caches };
    const store = createGuardedStore({ open: await openerOf(settings), operationMs: settings.operationMs, logger: rootLogger });
    rootLifecycle.addShutdownHook(() => store.end());
    await store.tried;
    return { settings, store, caches };
  },
  factory({ plugin }, { settings, store, caches }): CacheService {
    // One that is started anew goes on with what it had.
    const known = caches.get(plugin.id);
    if (known) return known;
    const cache =
      !store || settings.store === 'memory'
        ? createMemoryCache(plugin.id, settings.ttlMs)
        : createSharedCache({ pluginId: plugin.id, prefix: settings.prefix, ttlMs: settings.ttlMs, store });
    const shown = withOptions(cache);
    caches.set(plugin.id, shown);
    return shown;
  },
});
