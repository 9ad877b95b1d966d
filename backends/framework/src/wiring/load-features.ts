import { createError, frameworkErrors, messageOf } from '@portico/errors';
import { isBackendFeature, isServiceFactory } from './backend-feature.ts';
import type { AddedFeature } from './backend-feature.ts';

/** A feature, or a package that is being imported and has it as its default export. */
export type FeatureSource = AddedFeature | FeaturePackage | Promise<FeaturePackage>;

/** A package of a feature. */
interface FeaturePackage {
  readonly default: AddedFeature;
}

const isAdded = (value: unknown): value is AddedFeature => isBackendFeature(value) || isServiceFactory(value);

async function load(source: FeatureSource, position: number): Promise<AddedFeature> {
  let loaded: unknown;
  try {
    loaded = await source;
  } catch (cause) {
    throw createError(frameworkErrors.FEATURE_LOAD_FAILED, { position, reason: messageOf(cause) }, { cause });
  }
  const feature = isAdded(loaded) ? loaded : (loaded as { default?: unknown } | null)?.default;
  if (!isAdded(feature)) throw createError(frameworkErrors.FEATURE_INVALID, { received: typeof feature });
  return feature;
}

/** Waits for all imports. A package that cannot be loaded is a fault of the installation and stops the start. */
export async function loadFeatures(sources: readonly FeatureSource[]): Promise<AddedFeature[]> {
  return Promise.all(sources.map((source, index) => load(source, index + 1)));
}
