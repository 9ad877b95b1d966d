import type { PluginInfo } from '../context/plugin-context.ts';
import type { ApiRef } from './api-ref.ts';

/** The APIs that a factory needs: a name for each, and its ref. */
export type ApiDependencies = Readonly<Record<string, ApiRef<unknown>>>;

/** What a factory is given for its dependencies. */
export type ResolvedDependencies<D extends ApiDependencies> = { readonly [K in keyof D]: D[K] extends ApiRef<infer T> ? T : never };

/** How to make the implementation of an API. Made with `createApiFactory`. */
export interface ApiFactory<T = unknown> {
  readonly api: ApiRef<T>;
  readonly deps: ApiDependencies;
  /** `portal`: one implementation for all; `plugin`: one for each plugin that asks. */
  readonly scope: 'portal' | 'plugin';
  factory(deps: Readonly<Record<string, unknown>>, plugin: PluginInfo): T | Promise<T>;
}

/** Options of `createApiFactory`. */
export interface ApiFactoryOptions<T, D extends ApiDependencies> {
  readonly api: ApiRef<T>;
  readonly deps?: D;
  /** Default `portal`. */
  readonly scope?: 'portal' | 'plugin';
  /** Called at the first use. `plugin` is who asks; with scope `portal` that is only the first one to ask. */
  factory(deps: ResolvedDependencies<D>, plugin: PluginInfo): NoInfer<T> | Promise<NoInfer<T>>;
}

/** Declares how an API is made, from which other APIs. */
export function createApiFactory<T, const D extends ApiDependencies = Record<never, never>>(
  options: ApiFactoryOptions<T, D>,
): ApiFactory<T> {
  return {
    api: options.api,
    deps: options.deps ?? {},
    scope: options.scope ?? 'portal',
    factory: (deps, plugin) => options.factory(deps as ResolvedDependencies<D>, plugin),
  };
}
