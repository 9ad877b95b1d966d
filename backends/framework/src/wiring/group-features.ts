import { pluginIdPattern } from '@portico/contracts';
import { createError, frameworkErrors } from '@portico/errors';
import type { BackendModule, BackendPlugin } from './backend-feature.ts';

/** A plugin with its modules. */
export interface PluginGroup {
  readonly plugin: BackendPlugin;
  readonly modules: readonly BackendModule[];
}

const isPlugin = (feature: BackendPlugin | BackendModule): feature is BackendPlugin => feature.kind === 'plugin';
const isModule = (feature: BackendPlugin | BackendModule): feature is BackendModule => feature.kind === 'module';

/** Sorts features by plugin; refuses ids that are wrong or used twice, and modules without their plugin. */
export function groupFeatures(features: readonly (BackendPlugin | BackendModule)[]): PluginGroup[] {
  const groups = new Map<string, { plugin: BackendPlugin; modules: BackendModule[] }>();
  for (const plugin of features.filter(isPlugin)) {
    const { pluginId } = plugin;
    if (!pluginIdPattern.test(pluginId)) throw createError(frameworkErrors.PLUGIN_ID_INVALID, { plugin: pluginId });
    if (groups.has(pluginId)) throw createError(frameworkErrors.PLUGIN_DUPLICATE, { plugin: pluginId });
    groups.set(pluginId, { plugin, modules: [] });
  }
  for (const module of features.filter(isModule)) {
    const { pluginId, moduleId } = module;
    const group = groups.get(pluginId);
    if (!group) throw createError(frameworkErrors.MODULE_WITHOUT_PLUGIN, { plugin: pluginId, module: moduleId });
    if (group.modules.some(other => other.moduleId === moduleId)) {
      throw createError(frameworkErrors.MODULE_DUPLICATE, { plugin: pluginId, module: moduleId });
    }
    group.modules.push(module);
  }
  return [...groups.values()];
}
