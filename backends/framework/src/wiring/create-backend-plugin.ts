import type { JsonSchema } from '@portico/config';
import type { BackendModule, BackendPlugin, FeatureEnvironment, ModuleDeps, PluginDeps } from './backend-feature.ts';
import type { ExtensionPoint } from './extension-point.ts';
import type { ServiceInstances } from './service-ref.ts';

/** What the `register` of a plugin or module gets. */
export interface RegistrationEnvironment<Allowed> {
  /** Offers an extension point to the modules of this plugin; the implementation collects what they add. */
  registerExtensionPoint<T>(point: ExtensionPoint<T>, implementation: T): void;
  /** Called exactly once. `init` runs at start; modules run before their plugin. */
  registerInit<const D extends Allowed>(registration: {
    deps: D;
    init: (deps: ServiceInstances<D>) => Promise<void> | void;
  }): void;
}

/** What `createBackendPlugin` takes. */
export interface BackendPluginOptions {
  /** Also the segment of its HTTP path (`/api/<pluginId>`) and the name of its database. */
  readonly pluginId: string;
  readonly configSchema?: JsonSchema;
  readonly register: (environment: RegistrationEnvironment<PluginDeps>) => void;
}

/** What `createBackendModule` takes. */
export interface BackendModuleOptions {
  /** The one plugin that it extends. */
  readonly pluginId: string;
  readonly moduleId: string;
  readonly configSchema?: JsonSchema;
  readonly register: (environment: RegistrationEnvironment<ModuleDeps>) => void;
}

/** Declares a backend plugin: the default export of a `-backend` package. */
export function createBackendPlugin(options: BackendPluginOptions): BackendPlugin {
  return Object.freeze({
    $$type: '@portico/BackendFeature' as const,
    kind: 'plugin' as const,
    pluginId: options.pluginId,
    ...(options.configSchema ? { configSchema: options.configSchema } : {}),
    register: options.register as unknown as (environment: FeatureEnvironment) => void,
  });
}

/** Declares a module, which adds to one plugin through its extension points and is deployed with it. */
export function createBackendModule(options: BackendModuleOptions): BackendModule {
  return Object.freeze({
    $$type: '@portico/BackendFeature' as const,
    kind: 'module' as const,
    pluginId: options.pluginId,
    moduleId: options.moduleId,
    ...(options.configSchema ? { configSchema: options.configSchema } : {}),
    register: options.register as unknown as (environment: FeatureEnvironment) => void,
  });
}
