import { createError, frameworkErrors, wiringErrors } from '@portico/errors';
import { pluginMetadataId } from './plugin-metadata-id.ts';
import type { ServiceFactory, ServiceRef, ServiceScope } from './service-ref.ts';

/** Which factory makes which service. */
export interface FactoryTable {
  /** The factories behind a service: one, or any number for a multiton. `chain` is named when there is none. */
  of(ref: ServiceRef<unknown>, chain: readonly string[]): readonly ServiceFactory[];
  /** Adds a factory of the installation; only a multiton may have several. */
  add(factory: ServiceFactory): void;
  /** Services of a scope that are made without being asked for. */
  always(scope: ServiceScope): ServiceRef<unknown>[];
  /**
   * Walks the whole graph below a service: two halves of a circle that are made at the same time would wait for ever.
   * `askers` are those who asked for it, outermost first.
   */
  refuseCircles(ref: ServiceRef<unknown>, askers: readonly string[]): void;
  /** True when the service is one of `ids`, or is made of one of them. */
  standsOn(id: string, ids: ReadonlySet<string>): boolean;
}

/** A later factory replaces an earlier one with the same id, except for multitons, whose factories add up. */
export function createFactoryTable(initial: readonly ServiceFactory[]): FactoryTable {
  const byId = new Map<string, readonly ServiceFactory[]>();
  const added = new Set<string>();

  function put(factory: ServiceFactory): void {
    const { id, multiton } = factory.service;
    byId.set(id, multiton ? [...(byId.get(id) ?? []), factory] : [factory]);
  }

  function of(ref: ServiceRef<unknown>, chain: readonly string[]): readonly ServiceFactory[] {
    const known = byId.get(ref.id);
    if (known) return known;
    const made = ref.defaultFactory?.(ref);
    if (made) byId.set(ref.id, [made]);
    else if (!ref.multiton) throw createError(frameworkErrors.SERVICE_MISSING, { service: ref.id, chain: chain.join(' -> ') });
    return made ? [made] : [];
  }

  function refuseCircles(ref: ServiceRef<unknown>, askers: readonly string[]): void {
    const sound = new Set<string>([pluginMetadataId]);
    function walk(at: ServiceRef<unknown>, chain: readonly string[]): void {
      if (sound.has(at.id)) return;
      for (const dep of of(at, [...askers, ...chain]).flatMap(factory => Object.values(factory.deps))) {
        const longer = [...chain, dep.id];
        if (chain.includes(dep.id)) throw createError(frameworkErrors.SERVICE_CIRCULAR, { chain: longer.join(' -> ') });
        walk(dep, longer);
      }
      sound.add(at.id);
    }
    walk(ref, [ref.id]);
  }

  function standsOn(id: string, ids: ReadonlySet<string>): boolean {
    const deps = (byId.get(id) ?? []).flatMap(factory => Object.values(factory.deps));
    return ids.has(id) || deps.some(dep => standsOn(dep.id, ids));
  }

  initial.forEach(put);
  return {
    of,
    refuseCircles,
    standsOn,
    add(factory) {
      const { id, multiton } = factory.service;
      if (added.has(id) && !multiton) throw createError(wiringErrors.SERVICE_DUPLICATE, { service: id });
      added.add(id);
      put(factory);
    },
    always(scope) {
      const factories = [...byId.values()].flat();
      return factories
        .filter(({ initialization, service }) => initialization === 'always' && service.scope === scope)
        .map(({ service }) => service);
    },
  };
}
