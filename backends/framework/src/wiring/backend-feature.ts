import type { JsonSchema } from '@portico/config';
import type { ExtensionPoint } from './extension-point.ts';
import type { ServiceInstances, ServiceRef } from './service-ref.ts';

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

/** What `backend.add` takes. */
export type BackendFeature = BackendPlugin | BackendModule;

/** True for what `createBackendPlugin` and `createBackendModule` return. */
export function isBackendFeature(value: unknown): value is BackendFeature {
  return typeof value === 'object' && value !== null && '$$type' in value && value.$$type === '@portico/BackendFeature';
}

/** The configuration schemas that features bring along. */
export function configSchemasOf(features: readonly BackendFeature[]): JsonSchema[] {
  return features.flatMap(({ configSchema }) => (configSchema === undefined ? [] : [configSchema]));
}
