import { createError, isPorticoError, messageOf, wiringErrors } from '@portico/errors';
import type { AddedFeature, BackendFeatureLoader, BackendModule, BackendPlugin, LoadedSources } from './backend-feature.ts';
import { isServiceFactory } from './backend-feature.ts';
import { loadFeatures } from './load-features.ts';
import type { FeatureSource } from './load-features.ts';
import type { ServiceContainer } from './service-container.ts';

const deepest = 5;

/** Features after all loaders have run. */
export type PlainFeature = BackendPlugin | BackendModule;

/** Takes a list as it is, so that its packages load side by side, and waits for what comes one by one. */
async function collect(given: LoadedSources): Promise<FeatureSource[]> {
  const sources = await given;
  if (Symbol.iterator in sources) return [...sources];
  const list: FeatureSource[] = [];
  for await (const source of sources) list.push(source);
  return list;
}

async function run(loader: BackendFeatureLoader, services: ServiceContainer, chain: readonly string[]): Promise<AddedFeature[]> {
  try {
    const deps = await services.getRootDeps(loader.deps, `loader ${loader.name}`);
    return await loadFeatures(await collect(loader.loader(deps)));
  } catch (cause) {
    if (isPorticoError(cause)) throw cause;
    throw createError(wiringErrors.LOADER_FAILED, { chain: chain.join(' -> '), reason: messageOf(cause) }, { cause });
  }
}

/**
 * Runs all loaders, and those that they give, and returns the plugins and modules. Services that loaders give join the
 * container.
 *
 * @throws WIRING_LOADER_FAILED, WIRING_LOADER_TOO_DEEP
 */
export async function expandLoaders(features: readonly AddedFeature[], services: ServiceContainer): Promise<PlainFeature[]> {
  async function expand(feature: AddedFeature, chain: readonly string[]): Promise<PlainFeature[]> {
    if (isServiceFactory(feature)) {
      services.add(feature);
      return [];
    }
    if (feature.kind !== 'loader') return [feature];
    const longer = [...chain, feature.name];
    if (longer.length > deepest) throw createError(wiringErrors.LOADER_TOO_DEEP, { limit: deepest, chain: longer.join(' -> ') });
    const found = await run(feature, services, longer);
    return (await Promise.all(found.map(one => expand(one, longer)))).flat();
  }
  return (await Promise.all(features.map(feature => expand(feature, [])))).flat();
}
