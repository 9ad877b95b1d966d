import { createError, frameworkErrors } from '@portico/errors';
import type { ServiceFactory, ServiceInstances, ServiceRef, ServiceRefs } from './service-ref.ts';

/** Makes services when they are first asked for, once per scope. */
export interface ServiceContainer {
  getRoot<T>(ref: ServiceRef<T, 'root'>): Promise<T>;
  /** `asker` is named in the error when something is missing. */
  getForPlugin<T>(ref: ServiceRef<T>, pluginId: string, asker?: string): Promise<T>;
}

/** The id whose service differs per plugin without a factory: the plugin's own metadata. */
export const pluginMetadataId = 'core.pluginMetadata';

interface Resolution {
  readonly pluginId?: string;
  /** Who asked for whom, outermost first; names the chain in errors. */
  readonly chain: readonly string[];
}

/** Collects factories (a later one with the same id replaces an earlier one) and resolves services from them. */
export function createServiceContainer(factories: readonly ServiceFactory[]): ServiceContainer {
  const byId = new Map(factories.map(factory => [factory.service.id, factory]));
  const rootInstances = new Map<string, Promise<unknown>>();
  const rootContexts = new Map<string, Promise<unknown>>();
  const pluginInstances = new Map<string, Promise<unknown>>();

  function factoryOf(ref: ServiceRef<unknown>, chain: readonly string[]): ServiceFactory {
    const known = byId.get(ref.id);
    if (known) return known;
    const made = ref.defaultFactory?.(ref);
    if (!made) throw createError(frameworkErrors.SERVICE_MISSING, { service: ref.id, chain: chain.join(' -> ') });
    byId.set(ref.id, made);
    return made;
  }

  function once(store: Map<string, Promise<unknown>>, key: string, make: () => Promise<unknown>): Promise<unknown> {
    const known = store.get(key);
    if (known) return known;
    const made = make();
    store.set(key, made);
    return made;
  }

  async function resolveDeps(deps: ServiceRefs, at: Resolution): Promise<ServiceInstances<ServiceRefs>> {
    const entries = Object.entries(deps).map(async ([name, ref]) => [name, await resolve(ref, at)] as const);
    return Object.fromEntries(await Promise.all(entries)) as ServiceInstances<ServiceRefs>;
  }

  function rootContextOf(factory: ServiceFactory, chain: readonly string[]): Promise<unknown> {
    return once(rootContexts, factory.service.id, async () => {
      const rootDeps = Object.fromEntries(Object.entries(factory.deps).filter(([, ref]) => ref.scope === 'root'));
      return factory.createRootContext?.(await resolveDeps(rootDeps, { chain }));
    });
  }

  /** Walks the whole graph below a service: two halves of a circle that are made at the same time would wait for ever. */
  function refuseCircles(ref: ServiceRef<unknown>, chain: readonly string[]): void {
    if (ref.id === pluginMetadataId) return;
    for (const dep of Object.values(factoryOf(ref, chain).deps)) {
      const longer = [...chain, dep.id];
      if (chain.includes(dep.id)) throw createError(frameworkErrors.SERVICE_CIRCULAR, { chain: longer.join(' -> ') });
      refuseCircles(dep, longer);
    }
  }

  async function make(ref: ServiceRef<unknown>, at: Resolution): Promise<unknown> {
    const factory = factoryOf(ref, at.chain);
    refuseCircles(ref, [ref.id]);
    const rootContext = await rootContextOf(factory, at.chain);
    return factory.factory(await resolveDeps(factory.deps, at), rootContext);
  }

  async function resolve(ref: ServiceRef<unknown>, from: Resolution): Promise<unknown> {
    const chain = [...from.chain, ref.id];
    if (ref.scope === 'root') return once(rootInstances, ref.id, () => make(ref, { chain }));
    const { pluginId } = from;
    if (pluginId === undefined) {
      throw createError(frameworkErrors.SERVICE_SCOPE, { chain: chain.join(' -> '), service: ref.id });
    }
    if (ref.id === pluginMetadataId) return { id: pluginId };
    return once(pluginInstances, `${pluginId}\n${ref.id}`, () => make(ref, { pluginId, chain }));
  }

  return {
    getRoot: async <T>(ref: ServiceRef<T, 'root'>) => (await resolve(ref, { chain: [] })) as T,
    getForPlugin: async <T>(ref: ServiceRef<T>, pluginId: string, asker = pluginId) =>
      (await resolve(ref, { pluginId, chain: [asker] })) as T,
  };
}
