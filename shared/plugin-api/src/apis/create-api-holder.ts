import { createError, pluginApiErrors } from '@portico/errors';
import type { PluginInfo } from '../context/plugin-context.ts';
import type { ApiFactory } from './api-factory.ts';
import type { ApiHolder } from './api-holder.ts';
import type { ApiRef } from './api-ref.ts';

/** Who asks when nobody says so: the portal itself. */
export const portalItself: PluginInfo = { pluginId: 'core', version: '0.0.0' };

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function byApiId(factories: readonly ApiFactory[]): Map<string, ApiFactory> {
  const byId = new Map<string, ApiFactory>();
  for (const factory of factories) {
    if (byId.has(factory.api.id)) throw createError(pluginApiErrors.API_FACTORY_TAKEN, { api: factory.api.id });
    byId.set(factory.api.id, factory);
  }
  return byId;
}

/**
 * Makes implementations from factories at their first use and keeps them, one for the portal or one for each plugin and
 * version, as the factory says. An API without a factory here is asked of `fallback`.
 */
export function createApiHolder(factories: readonly ApiFactory[], fallback?: ApiHolder): ApiHolder {
  const byId = byApiId(factories);
  const made = new Map<string, unknown>();
  const failed = new Set<string>();
  const making: string[] = [];

  function dependenciesOf(factory: ApiFactory, plugin: PluginInfo): Record<string, unknown> {
    const entries = Object.entries(factory.deps).map(([name, ref]) => {
      const value = find(ref, plugin);
      if (value === undefined) throw createError(pluginApiErrors.API_MISSING, { api: ref.id, plugin: factory.api.id });
      return [name, value] as const;
    });
    return Object.fromEntries(entries);
  }

  function make(factory: ApiFactory, plugin: PluginInfo): unknown {
    const { id } = factory.api;
    if (making.includes(id)) throw createError(pluginApiErrors.API_CYCLE, { received: [...making, id].join(' > ') });
    making.push(id);
    try {
      const deps = dependenciesOf(factory, plugin);
      if (!Object.values(deps).some(isPromise)) return factory.factory(deps, plugin);
      const names = Object.keys(deps);
      return Promise.all(Object.values(deps)).then(values =>
        factory.factory(Object.fromEntries(names.map((name, index) => [name, values[index]])), plugin),
      );
    } finally {
      making.pop();
    }
  }

  function find(ref: ApiRef<unknown>, plugin: PluginInfo): unknown {
    const factory = byId.get(ref.id);
    if (!factory) return fallback?.get(ref, plugin);
    const key = factory.scope === 'plugin' ? `${ref.id} ${plugin.pluginId}@${plugin.version}` : ref.id;
    if (made.has(key)) return made.get(key);
    const value = make(factory, plugin);
    made.set(key, value);
    if (isPromise(value)) {
      // A rejected promise stays until the retry: a render that waits for it would otherwise start the work anew, for ever.
      value.then(
        result => made.set(key, result),
        () => failed.add(key),
      );
    }
    return value;
  }

  return {
    get: <T>(ref: ApiRef<T>, plugin = portalItself) => find(ref, plugin) as T | Promise<T> | undefined,
    dropFailed() {
      for (const key of failed) made.delete(key);
      failed.clear();
      fallback?.dropFailed?.();
    },
  };
}
