/**
 * A place in a plugin where its modules add something. Looks like a service in the `deps` of a module.
 *
 * @typeParam T - what the modules get
 */
export interface ExtensionPoint<T> {
  readonly $$type: '@portico/BackendExtensionPoint';
  readonly id: string;
  /** Carries the type only; never set. */
  readonly T?: T;
}

/** Declares an extension point of a backend plugin; belongs into the plugin's `-node` package. */
export function createExtensionPoint<T>(options: { id: string }): ExtensionPoint<T> {
  return Object.freeze({ $$type: '@portico/BackendExtensionPoint' as const, id: options.id });
}
