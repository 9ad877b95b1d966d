import { createError, frameworkErrors, wiringErrors } from '@portico/errors';
import { createFactoryTable } from './factory-table.ts';
import { pluginMetadataId } from './plugin-metadata-id.ts';
import { outsidePlugins } from './plugin-scope.ts';
import type { ServiceFactory, ServiceInstances, ServiceRef, ServiceRefs } from './service-ref.ts';

/** Makes services when they are first asked for, once per scope. */
export interface ServiceContainer {
  getRoot<T>(ref: ServiceRef<T, 'root'>): Promise<T>;
  /** Several root services at once, for someone whose name errors shall show. */
  getRootDeps(deps: ServiceRefs, asker: string): Promise<ServiceInstances<ServiceRefs>>;
  /** `asker` is named in the error when something is missing. */
  getForPlugin<T>(ref: ServiceRef<T>, pluginId: string, asker?: string): Promise<T>;
  /** Adds a service of the installation. Refuses a second one for the same id, and one that comes too late. */
  add(factory: ServiceFactory): void;
  /** Makes the root services that shall be there from the start. */
  startRoot(): Promise<void>;
  /** Makes the plugin services that shall be there in every plugin. */
  startPlugin(pluginId: string): Promise<void>;
  /** Forgets what a plugin's services hold of its run: those that stand on `lifecycle` or `httpRouter` are made anew. */
  forgetRun(pluginId: string): void;
}

/** Services that belong to one run of a plugin, and with them whatever is made of them. */
const runServices = new Set(['core.lifecycle', 'core.httpRouter']);

interface Resolution {
  readonly pluginId?: string;
  /** Who asked for whom, outermost first; names the chain in errors. */
  readonly chain: readonly string[];
}

/** Collects factories (a later one with the same id replaces an earlier one) and resolves services from them. */
export function createServiceContainer(factories: readonly ServiceFactory[]): ServiceContainer {
  const table = createFactoryTable(factories);
  const rootInstances = new Map<string, Promise<unknown>>();
  const rootContexts = new Map<ServiceFactory, Promise<unknown>>();
  const pluginInstances = new Map<string, Map<string, Promise<unknown>>>();

  function once<K>(store: Map<K, Promise<unknown>>, key: K, make: () => Promise<unknown>): Promise<unknown> {
    const known = store.get(key);
    if (known) return known;
    const made = make();
    store.set(key, made);
    // What could not be made is tried anew by whoever asks next.
    made.catch(() => store.delete(key));
    return made;
  }

  async function resolveDeps(deps: ServiceRefs, at: Resolution): Promise<ServiceInstances<ServiceRefs>> {
    const entries = Object.entries(deps).map(async ([name, ref]) => [name, await resolve(ref, at)] as const);
    return Object.fromEntries(await Promise.all(entries)) as ServiceInstances<ServiceRefs>;
  }

  function rootContextOf(factory: ServiceFactory, chain: readonly string[]): Promise<unknown> {
    const make = async () => {
      const rootDeps = Object.fromEntries(Object.entries(factory.deps).filter(([, ref]) => ref.scope === 'root'));
      return factory.createRootContext?.(await resolveDeps(rootDeps, { chain }));
    };
    return once(rootContexts, factory, () => outsidePlugins(make));
  }

  async function make(ref: ServiceRef<unknown>, at: Resolution): Promise<unknown> {
    const made = table.of(ref, at.chain).map(async factory => {
      const rootContext = await rootContextOf(factory, at.chain);
      return factory.factory(await resolveDeps(factory.deps, at), rootContext);
    });
    const services = await Promise.all(made);
    return ref.multiton ? services : services[0];
  }

  async function resolve(ref: ServiceRef<unknown>, from: Resolution): Promise<unknown> {
    const chain = [...from.chain, ref.id];
    if (ref.scope === 'root') {
      return once(rootInstances, ref.id, async () => {
        table.refuseCircles(ref, from.chain);
        return outsidePlugins(() => make(ref, { chain }));
      });
    }
    const { pluginId } = from;
    if (pluginId === undefined) {
      throw createError(frameworkErrors.SERVICE_SCOPE, { chain: chain.join(' -> '), service: ref.id });
    }
    if (ref.id === pluginMetadataId) return { id: pluginId };
    const own = pluginInstances.get(pluginId) ?? new Map<string, Promise<unknown>>();
    pluginInstances.set(pluginId, own);
    return once(own, ref.id, async () => {
      table.refuseCircles(ref, from.chain);
      return make(ref, { pluginId, chain });
    });
  }

  return {
    getRoot: async <T>(ref: ServiceRef<T, 'root'>) => (await resolve(ref, { chain: [] })) as T,
    getRootDeps: (deps, asker) => resolveDeps(deps, { chain: [asker] }),
    getForPlugin: async <T>(ref: ServiceRef<T>, pluginId: string, asker = pluginId) =>
      (await resolve(ref, { pluginId, chain: [asker] })) as T,
    add(factory) {
      const { id } = factory.service;
      const isMade = rootInstances.has(id) || [...pluginInstances.values()].some(own => own.has(id));
      if (isMade) throw createError(wiringErrors.SERVICE_TOO_LATE, { service: id });
      table.add(factory);
    },
    async startRoot() {
      await Promise.all(table.always('root').map(ref => resolve(ref, { chain: ['start'] })));
    },
    async startPlugin(pluginId) {
      await Promise.all(table.always('plugin').map(ref => resolve(ref, { pluginId, chain: [pluginId] })));
    },
    forgetRun(pluginId) {
      const own = pluginInstances.get(pluginId);
      for (const id of own?.keys() ?? []) if (table.standsOn(id, runServices)) own?.delete(id);
    },
  };
}
