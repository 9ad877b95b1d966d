import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { BackendPlugin, CacheService } from '@portico/backend-framework';

/** Revisions of registers, as a database that all replicas share would hold them. */
export type Registers = Map<string, number>;

/** What a read answers. */
export interface RegisterAnswer {
  readonly revision: number;
  /** Names plugin, register and revision: a mixed-up entry shows. */
  readonly value: string;
  /** How long the request waited for the cache. */
  readonly cacheMs: number;
}

/** The only right value of a register at a revision. */
export function valueOf(pluginId: string, register: string, revision: number): string {
  return `${pluginId} ${register} ${revision} ${'.'.repeat(400)}`;
}

/** A plugin that answers reads by its cache, keyed by revision, as the catalog does. */
export function cachedRegistersPlugin(pluginId: string, registers: Registers, onCache: (cache: CacheService) => void): BackendPlugin {
  return createBackendPlugin({
    pluginId,
    register(environment) {
      environment.registerInit({
        deps: { cache: coreServices.cache, httpRouter: coreServices.httpRouter },
        init({ cache, httpRouter }) {
          onCache(cache);
          httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
          httpRouter.use(async (request, response) => {
            const register = request.path;
            const revision = (registers.get(register) ?? 0) + (request.method === 'PUT' ? 1 : 0);
            if (request.method === 'PUT') registers.set(register, revision);
            const beganAt = performance.now();
            const key = `${register}@${revision}`;
            let value = await cache.get<string>(key);
            if (value === undefined) {
              value = valueOf(pluginId, register, revision);
              await cache.set(key, value);
            }
            response.json({ revision, value, cacheMs: performance.now() - beganAt } satisfies RegisterAnswer);
          });
        },
      });
    },
  });
}
