import type { JsonSchema } from '@portico/config';
import type { BackendFeatureLoader, LoadedSources } from './backend-feature.ts';
import type { ServiceInstances, ServiceRef } from './service-ref.ts';

/** Services of the process, by the name that the loader wants them under. */
export type LoaderDeps = Readonly<Record<string, ServiceRef<unknown, 'root'>>>;

/** What `createBackendFeatureLoader` takes. */
export interface BackendFeatureLoaderOptions<D extends LoaderDeps> {
  /** Named in errors; default `loader`. */
  readonly name?: string;
  readonly configSchema?: JsonSchema;
  /** Root services only: no plugin exists yet. */
  readonly deps?: D;
  /** May return a list, a promise of one, or yield features one by one. */
  readonly loader: (deps: ServiceInstances<D>) => LoadedSources;
}

/**
 * Declares a feature that adds other features when the backend starts: those that the configuration names, for example.
 * Loaders may give loaders, five deep at most.
 */
export function createBackendFeatureLoader<const D extends LoaderDeps = Record<never, never>>(
  options: BackendFeatureLoaderOptions<D>,
): BackendFeatureLoader {
  return Object.freeze({
    $$type: '@portico/BackendFeature' as const,
    kind: 'loader' as const,
    name: options.name ?? 'loader',
    ...(options.configSchema ? { configSchema: options.configSchema } : {}),
    deps: options.deps ?? {},
    loader: options.loader as BackendFeatureLoader['loader'],
  });
}
