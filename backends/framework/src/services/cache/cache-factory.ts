import { Keyv } from 'keyv';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { readDuration } from '../config/read-duration.ts';
import { coreServices } from '../core-services.ts';
import { BoundedStore } from './bounded-store.ts';
import type { CacheService } from './cache-service.ts';

const entriesPerPlugin = 10_000;

/** Memory of this process; each plugin has a store of its own, so that none can push out another's entries. */
export const cacheFactory = createServiceFactory({
  service: coreServices.cache,
  deps: { logger: coreServices.logger, plugin: coreServices.pluginMetadata, rootConfig: coreServices.rootConfig },
  factory({ logger, plugin, rootConfig }): CacheService {
    const ttl = readDuration(rootConfig, 'backend.cache.defaultTtl');
    const store = new BoundedStore(entriesPerPlugin);
    const keyv = new Keyv({ store, namespace: plugin.id, ...(ttl === undefined ? {} : { ttl }) });
    keyv.on('error', (fault: Error) => logger.warn('The cache failed', fault));
    return {
      get: async <T>(key: string) => keyv.get<T>(key),
      set: async (key, value, options) => void (await keyv.set(key, value, options?.ttlMs)),
      delete: async key => void (await keyv.delete(key)),
      getMany: async <T>(keys: readonly string[]) => (keys.length === 0 ? [] : keyv.getMany<T>([...keys])),
      clear: () => keyv.clear(),
    };
  },
});
