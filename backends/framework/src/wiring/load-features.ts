import { createError, frameworkErrors, messageOf } from '@portico/errors';
import { isBackendFeature } from './backend-feature.ts';
import type { BackendFeature } from './backend-feature.ts';

/** A feature, or a package that is being imported and has it as its default export. */
export type FeatureSource = BackendFeature | Promise<{ readonly default: BackendFeature }>;

async function load(source: FeatureSource, position: number): Promise<BackendFeature> {
  let loaded: unknown;
  try {
    loaded = await source;
  } catch (cause) {
    throw createError(frameworkErrors.FEATURE_LOAD_FAILED, { position, reason: messageOf(cause) }, { cause });
  }
  const feature = isBackendFeature(loaded) ? loaded : (loaded as { default?: unknown } | null)?.default;
  if (!isBackendFeature(feature)) throw createError(frameworkErrors.FEATURE_INVALID, { received: typeof feature });
  return feature;
}

/** Waits for all imports. A package that cannot be loaded is a fault of the installation and stops the start. */
export async function loadFeatures(sources: readonly FeatureSource[]): Promise<BackendFeature[]> {
  return Promise.all(sources.map((source, index) => load(source, index + 1)));
}
