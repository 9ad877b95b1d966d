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
  /** True for a service that several factories make together: whoever asks gets all of them, as a list. */
  readonly multiton: boolean;
  /** Carries the type only; never set. */
  readonly T?: T;
  /** Makes the factory that is used where the installation gives none. */
  defaultFactory?(ref: ServiceRef<T, S>): ServiceFactory;
}

/** Services by the name that a factory or `init` wants them under. */
export type ServiceRefs = Readonly<Record<string, ServiceRef<unknown>>>;

/** A service that several factories make together. */
export type MultitonServiceRef<T, S extends ServiceScope = ServiceScope> = ServiceRef<T, S> & { readonly multiton: true };

/** What `deps` become: the services themselves; for a multiton the list of them. */
export type ServiceInstances<D> = {
  readonly [K in keyof D]: D[K] extends { readonly multiton: true; readonly T?: infer T }
    ? readonly NonNullable<T>[]
    : D[K] extends { readonly T?: infer T }
      ? NonNullable<T>
      : never;
};

/** Makes a service. Erased form; written with `createServiceFactory`. */
export interface ServiceFactory {
  readonly $$type: '@portico/ServiceFactory';
  readonly service: ServiceRef<unknown>;
  readonly deps: ServiceRefs;
  readonly initialization: 'always' | 'lazy';
  readonly createRootContext?: (deps: ServiceInstances<ServiceRefs>) => unknown;
  readonly factory: (deps: ServiceInstances<ServiceRefs>, rootContext: unknown) => unknown;
}

/** What `createServiceRef` takes. */
export interface ServiceRefOptions<T, S extends ServiceScope> {
  readonly id: string;
  /** Default: `plugin`. */
  readonly scope?: S;
  readonly defaultFactory?: (ref: ServiceRef<T, S>) => ServiceFactory;
}

/** Declares a service by id, so that plugins may ask for it without knowing who implements it. */
export function createServiceRef<T, S extends ServiceScope = 'plugin'>(
  options: ServiceRefOptions<T, S> & { readonly multiton: true },
): MultitonServiceRef<T, S>;
export function createServiceRef<T, S extends ServiceScope = 'plugin'>(
  options: ServiceRefOptions<T, S> & { readonly multiton?: false },
): ServiceRef<T, S>;
export function createServiceRef<T, S extends ServiceScope = 'plugin'>(
  options: ServiceRefOptions<T, S> & { readonly multiton?: boolean },
): ServiceRef<T, S> {
  const { id, scope = 'plugin' as S, multiton = false, defaultFactory } = options;
  return Object.freeze({
    $$type: '@portico/ServiceRef' as const,
    id,
    scope,
    multiton,
    ...(defaultFactory ? { defaultFactory } : {}),
  });
}

/** What `createServiceFactory` takes. */
export interface ServiceFactoryOptions<T, S extends ServiceScope, D extends ServiceRefs, C> {
  readonly service: ServiceRef<T, S>;
  readonly deps: D;
  /**
   * `always`: made at the start, for a plugin service in every plugin; a root service that fails then stops the start.
   * `lazy` (default): made when someone first asks.
   */
  readonly initialization?: 'always' | 'lazy';
  /** Made once per process and given to every plugin's `factory`; gets the root services among `deps`. */
  readonly createRootContext?: (deps: ServiceInstances<D>) => C | Promise<C>;
  /** Called once per plugin, or once per process for a root service. */
  readonly factory: (deps: ServiceInstances<D>, rootContext: C) => T | Promise<T>;
}

/**
 * Implements a service. An installation replaces a default one, or adds its own, with `backend.add(factory)` or in the
 * options of `createBackend`.
 */
export function createServiceFactory<T, S extends ServiceScope, const D extends ServiceRefs, C = undefined>(
  options: ServiceFactoryOptions<T, S, D, C>,
): ServiceFactory {
  return Object.freeze({ $$type: '@portico/ServiceFactory', initialization: 'lazy', ...options }) as unknown as ServiceFactory;
}
