import { AsyncLocalStorage } from 'node:async_hooks';

/** Gives back what one run of a plugin took from the process. */
export type Release = () => Promise<void> | void;

/** One run of a plugin, from its start to its stop or failure. */
export interface PluginRun {
  readonly released: boolean;
  /** Called when the run has failed or is replaced; at once when it already is over. Not called at the stop of the process. */
  onRelease(release: Release): void;
}

/** On whose behalf the code at hand runs. */
export interface PluginScope {
  readonly pluginId: string;
  /** Absent while services of the plugin are made, which may outlive its runs. */
  readonly run?: PluginRun;
}

// Follows promises, timers and streams, so that a fault that nobody caught still tells whose it is.
const scopes = new AsyncLocalStorage<PluginScope | undefined>();

/** Runs `work`, and all that it sets off, on behalf of a plugin. */
export function inPluginScope<T>(scope: PluginScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Runs `work` on behalf of the process: what it makes belongs to no plugin, whoever asked first. */
export function outsidePlugins<T>(work: () => T): T {
  return scopes.run(undefined, work);
}

/** The plugin on whose behalf the code at hand runs. */
export function currentScope(): PluginScope | undefined {
  return scopes.getStore();
}

/** Ties what was just taken from the process to the plugin run that took it; nothing happens outside of one. */
export function releaseWithRun(release: Release): void {
  currentScope()?.run?.onRelease(release);
}

/** A function that always runs on behalf of whoever hands it over now, whoever calls it later. */
export function boundToScope<F extends (...args: never[]) => unknown>(work: F): F {
  return AsyncLocalStorage.bind(work);
}
