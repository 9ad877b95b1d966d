import { createError, frameworkErrors, wiringErrors } from '@portico/errors';
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
  /** The plugin that offers an extension point which this one does not know. */
  readonly ownerOf: (pointId: string) => string | undefined;
  /** Told how each module went; throws what shall stop the plugin too. */
  readonly onModule: (moduleId: string, outcome: { readonly startMs: number; readonly thrown?: unknown }) => void;
}

function missing(feature: RegisteredFeature, pointId: string, { group, ownerOf }: PluginStart) {
  const plugin = group.plugin.pluginId;
  const chain = `${feature.name} -> ${pointId}`;
  const owner = ownerOf(pointId);
  return owner === undefined
    ? createError(frameworkErrors.EXTENSION_POINT_MISSING, { plugin, point: pointId, chain })
    : createError(wiringErrors.EXTENSION_POINT_FOREIGN, { feature: feature.name, plugin, point: pointId, owner, chain });
}

async function resolveDeps(feature: RegisteredFeature, points: ReadonlyMap<string, OfferedPoint>, start: PluginStart) {
  const { pluginId } = start.group.plugin;
  const entries = Object.entries(feature.deps).map(async ([name, dep]) => {
    if (dep.$$type === '@portico/ServiceRef') return [name, await start.services.getForPlugin(dep, pluginId, feature.name)];
    const offered = points.get(dep.id);
    if (!offered) throw missing(feature, dep.id, start);
    return [name, offered.implementation];
  });
  return Object.fromEntries(await Promise.all(entries)) as ServiceInstances<ModuleDeps>;
}

/** Registers and initialises one plugin with its modules, modules first. Rejects with the first fault of the plugin itself. */
export async function startPlugin(start: PluginStart): Promise<void> {
  const { points, features } = registerFeatures(start.group);
  await start.services.startPlugin(start.group.plugin.pluginId);
  for (const feature of features) {
    const beganAt = performance.now();
    const elapsed = () => Math.round(performance.now() - beganAt);
    try {
      await feature.init(await resolveDeps(feature, points, start));
      if (feature.moduleId !== undefined) start.onModule(feature.moduleId, { startMs: elapsed() });
    } catch (thrown) {
      if (feature.moduleId === undefined) throw thrown;
      start.onModule(feature.moduleId, { startMs: elapsed(), thrown });
    }
  }
}
