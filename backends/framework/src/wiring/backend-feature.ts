import type { JsonSchema } from '@portico/config';
import type { ExtensionPoint } from './extension-point.ts';
import type { FeatureSource } from './load-features.ts';
import type { ServiceFactory, ServiceInstances, ServiceRef, ServiceRefs } from './service-ref.ts';

/** What a plugin may ask for: services. */
export type PluginDeps = Readonly<Record<string, ServiceRef<unknown>>>;
/** What a module may ask for: services, and extension points of its plugin. */
export type ModuleDeps = Readonly<Record<string, ServiceRef<unknown> | ExtensionPoint<unknown>>>;

/** What `init` registers, in erased form. */
export interface InitRegistration {
  readonly deps: ModuleDeps;
  readonly init: (deps: ServiceInstances<ModuleDeps>) => Promise<void> | void;
}

/** What a feature may register, in erased form. */
export interface FeatureEnvironment {
  registerExtensionPoint(point: ExtensionPoint<unknown>, implementation: unknown): void;
  registerInit(registration: InitRegistration): void;
}

interface FeatureBase {
  readonly $$type: '@portico/BackendFeature';
  readonly pluginId: string;
  /** The part of the configuration that this feature reads. */
  readonly configSchema?: JsonSchema;
  readonly register: (environment: FeatureEnvironment) => void;
}

/** A backend plugin; made by `createBackendPlugin`. */
export interface BackendPlugin extends FeatureBase {
  readonly kind: 'plugin';
}

/** A module of a backend plugin; made by `createBackendModule`. */
export interface BackendModule extends FeatureBase {
  readonly kind: 'module';
  readonly moduleId: string;
}

/** Adds further features by what it finds at start; made by `createBackendFeatureLoader`. */
export interface BackendFeatureLoader {
  readonly $$type: '@portico/BackendFeature';
  readonly kind: 'loader';
  /** Named in errors. */
  readonly name: string;
  /** The part of the configuration that the loader itself reads. */
  readonly configSchema?: JsonSchema;
  readonly deps: ServiceRefs;
  readonly loader: (deps: ServiceInstances<ServiceRefs>) => LoadedSources;
}

/** What a loader gives: features, packages that are being imported, or other loaders, at once or one after the other. */
export type LoadedSources = Iterable<FeatureSource> | Promise<Iterable<FeatureSource>> | AsyncIterable<FeatureSource>;

/** A plugin, a module or a loader of such. */
export type BackendFeature = BackendPlugin | BackendModule | BackendFeatureLoader;

/** What `backend.add` takes: a feature, or a service of the installation's own. */
export type AddedFeature = BackendFeature | ServiceFactory;

/** True for what `createBackendPlugin`, `createBackendModule` and `createBackendFeatureLoader` return. */
export function isBackendFeature(value: unknown): value is BackendFeature {
  return typeof value === 'object' && value !== null && '$$type' in value && value.$$type === '@portico/BackendFeature';
}

/** True for what `createServiceFactory` returns. */
export function isServiceFactory(value: unknown): value is ServiceFactory {
  return typeof value === 'object' && value !== null && '$$type' in value && value.$$type === '@portico/ServiceFactory';
}

/** The configuration schemas that features bring along. */
export function configSchemasOf(features: readonly AddedFeature[]): JsonSchema[] {
  return features.flatMap(feature =>
    isServiceFactory(feature) || feature.configSchema === undefined ? [] : [feature.configSchema],
  );
}
