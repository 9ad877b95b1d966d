import { createError, frameworkErrors } from '@portico/errors';
import type { ModuleDeps } from './backend-feature.ts';
import type { PluginGroup } from './group-features.ts';
import { registerFeatures } from './register-features.ts';
import type { OfferedPoint, RegisteredFeature } from './register-features.ts';
import type { ServiceContainer } from './service-container.ts';
import type { ServiceInstances } from './service-ref.ts';

/** What `startPlugin` works with. */
export interface PluginStart {
  readonly group: PluginGroup;
  readonly services: ServiceContainer;
}

async function resolveDeps(feature: RegisteredFeature, points: ReadonlyMap<string, OfferedPoint>, start: PluginStart) {
  const { pluginId } = start.group.plugin;
  const entries = Object.entries(feature.deps).map(async ([name, dep]) => {
    if (dep.$$type === '@portico/ServiceRef') return [name, await start.services.getForPlugin(dep, pluginId, feature.name)];
    const offered = points.get(dep.id);
    if (!offered) {
      const parameters = { plugin: pluginId, point: dep.id, chain: `${feature.name} -> ${dep.id}` };
      throw createError(frameworkErrors.EXTENSION_POINT_MISSING, parameters);
    }
    return [name, offered.implementation];
  });
  return Object.fromEntries(await Promise.all(entries)) as ServiceInstances<ModuleDeps>;
}

/** Registers and initialises one plugin with its modules, modules first. Rejects with the first fault. */
export async function startPlugin(start: PluginStart): Promise<void> {
  const { points, features } = registerFeatures(start.group);
  for (const feature of features) await feature.init(await resolveDeps(feature, points, start));
}
