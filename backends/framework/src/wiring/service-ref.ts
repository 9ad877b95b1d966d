/** How many instances a service has: one per plugin that uses it, or one per process. */
export type ServiceScope = 'plugin' | 'root';

/**
 * Names a service. Refs with the same id are the same service, also when two copies of a package made them.
 *
 * @typeParam T - interface of the service
 */
export interface ServiceRef<T, S extends ServiceScope = ServiceScope> {
  readonly $$type: '@portico/ServiceRef';
  readonly id: string;
  readonly scope: S;
  /** Carries the type only; never set. */
  readonly T?: T;
  /** Makes the factory that is used where the installation gives none. */
  defaultFactory?(ref: ServiceRef<T, S>): ServiceFactory;
}

/** Services by the name that a factory or `init` wants them under. */
export type ServiceRefs = Readonly<Record<string, ServiceRef<unknown>>>;

/** What `deps` become: the services themselves. */
export type ServiceInstances<D> = { readonly [K in keyof D]: D[K] extends { readonly T?: infer T } ? NonNullable<T> : never };

/** Makes a service. Erased form; written with `createServiceFactory`. */
export interface ServiceFactory {
  readonly $$type: '@portico/ServiceFactory';
  readonly service: ServiceRef<unknown>;
  readonly deps: ServiceRefs;
  readonly createRootContext?: (deps: ServiceInstances<ServiceRefs>) => unknown;
  readonly factory: (deps: ServiceInstances<ServiceRefs>, rootContext: unknown) => unknown;
}

/** Declares a service by id, so that plugins may ask for it without knowing who implements it. */
export function createServiceRef<T, S extends ServiceScope = 'plugin'>(options: {
  id: string;
  /** Default: `plugin`. */
  scope?: S;
  defaultFactory?: (ref: ServiceRef<T, S>) => ServiceFactory;
}): ServiceRef<T, S> {
  const scope = options.scope ?? ('plugin' as S);
  const defaults = options.defaultFactory ? { defaultFactory: options.defaultFactory } : {};
  return Object.freeze({ $$type: '@portico/ServiceRef' as const, id: options.id, scope, ...defaults });
}

/** What `createServiceFactory` takes. */
export interface ServiceFactoryOptions<T, S extends ServiceScope, D extends ServiceRefs, C> {
  readonly service: ServiceRef<T, S>;
  readonly deps: D;
  /** Made once per process and given to every plugin's `factory`; gets the root services among `deps`. */
  readonly createRootContext?: (deps: ServiceInstances<D>) => C | Promise<C>;
  /** Called once per plugin, or once per process for a root service. */
  readonly factory: (deps: ServiceInstances<D>, rootContext: C) => T | Promise<T>;
}

/** Implements a service. An installation gives its own factory to `createBackend` to replace a default one. */
export function createServiceFactory<T, S extends ServiceScope, const D extends ServiceRefs, C = undefined>(
  options: ServiceFactoryOptions<T, S, D, C>,
): ServiceFactory {
  return Object.freeze({ $$type: '@portico/ServiceFactory', ...options }) as unknown as ServiceFactory;
}
