import { createError, frameworkErrors, wiringErrors } from '@portico/errors';
import type { BackendModule, BackendPlugin, InitRegistration } from './backend-feature.ts';
import type { PluginGroup } from './group-features.ts';

/** An extension point with what its plugin gave for it. */
export interface OfferedPoint {
  readonly implementation: unknown;
  /** Name of the feature that offers it. */
  readonly by: string;
}

/** A feature that is ready to be initialised. */
export interface RegisteredFeature extends InitRegistration {
  /** `catalog`, or `catalog/git` for a module; named in errors and logs. */
  readonly name: string;
  /** Absent for the plugin itself. */
  readonly moduleId?: string;
}

/** A plugin group after `register`. */
export interface RegisteredGroup {
  readonly points: ReadonlyMap<string, OfferedPoint>;
  /** In the order of initialisation: users of an extension point before its provider, the plugin last. */
  readonly features: readonly RegisteredFeature[];
}

const nameOf = (feature: BackendPlugin | BackendModule) =>
  feature.kind === 'plugin' ? feature.pluginId : `${feature.pluginId}/${feature.moduleId}`;

function register(feature: BackendPlugin | BackendModule, points: Map<string, OfferedPoint>): RegisteredFeature {
  const name = nameOf(feature);
  const inits: InitRegistration[] = [];
  feature.register({
    registerExtensionPoint(point, implementation) {
      const other = points.get(point.id);
      if (other) {
        throw createError(frameworkErrors.EXTENSION_POINT_DUPLICATE, { point: point.id, first: other.by, second: name });
      }
      points.set(point.id, { implementation, by: name });
    },
    registerInit: registration => void inits.push(registration),
  });
  const [init] = inits;
  if (!init || inits.length > 1) throw createError(frameworkErrors.INIT_MISSING, { feature: name, count: inits.length });
  return { name, deps: init.deps, init: init.init, ...(feature.kind === 'module' ? { moduleId: feature.moduleId } : {}) };
}

function sortByUse(features: readonly RegisteredFeature[], points: ReadonlyMap<string, OfferedPoint>, plugin: string) {
  const own = features.find(feature => feature.moduleId === undefined);
  const sorted: RegisteredFeature[] = [];
  function visit(feature: RegisteredFeature, chain: readonly string[]): void {
    if (sorted.includes(feature)) return;
    const longer = [...chain, feature.name];
    if (chain.includes(feature.name)) throw createError(frameworkErrors.MODULE_CIRCULAR, { plugin, chain: longer.join(' -> ') });
    const usersOfMine = features.filter(
      other => other !== own && other !== feature && Object.values(other.deps).some(dep => points.get(dep.id)?.by === feature.name),
    );
    usersOfMine.forEach(user => visit(user, longer));
    sorted.push(feature);
  }
  features.filter(feature => feature !== own).forEach(feature => visit(feature, []));
  return own ? [...sorted, own] : sorted;
}

/** A plugin collects; only its modules contribute. */
function refusePointsInPlugin(features: readonly RegisteredFeature[]): void {
  for (const { moduleId, name, deps } of features) {
    const point = Object.values(deps).find(dep => dep.$$type === '@portico/BackendExtensionPoint');
    if (moduleId !== undefined || !point) continue;
    const parameters = { plugin: name, point: point.id, chain: `${name} -> ${point.id}` };
    throw createError(wiringErrors.EXTENSION_POINT_IN_PLUGIN, parameters);
  }
}

/** Calls `register` of a plugin and its modules and finds the order in which they are initialised. */
export function registerFeatures({ plugin, modules }: PluginGroup): RegisteredGroup {
  const points = new Map<string, OfferedPoint>();
  const features = [plugin, ...modules].map(feature => register(feature, points));
  refusePointsInPlugin(features);
  return { points, features: sortByUse(features, points, plugin.pluginId) };
}

/** Which plugin offers which extension point, to tell the author of a module why one is out of reach. */
export function findPointOwners(groups: readonly PluginGroup[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const group of groups) {
    for (const feature of [group.plugin, ...group.modules]) {
      feature.register({
        registerExtensionPoint: point => void owners.set(point.id, group.plugin.pluginId),
        registerInit: () => undefined,
      });
    }
  }
  return owners;
}
