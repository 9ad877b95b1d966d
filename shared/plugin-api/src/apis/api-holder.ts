import { createSharedContext } from '../context/shared-context.ts';
import type { PluginInfo } from '../context/plugin-context.ts';
import type { ApiRef } from './api-ref.ts';

/**
 * Gives implementations of APIs. The shell makes one for the portal (`createApiHolder`) and one for each plugin that
 * brings factories of its own, with the portal's as fallback.
 */
export interface ApiHolder {
  /**
   * The implementation of `ref` for the plugin that asks (without one: for the shell itself). Undefined when there is none.
   * A promise while the remote that provides it is being loaded; the same promise until it settles.
   */
  get<T>(ref: ApiRef<T>, plugin?: PluginInfo): T | Promise<T> | undefined;
  /** Forgets what failed to be made or loaded, so that the next `get` tries again. Called by the retry of a failed state. */
  dropFailed?(): void;
}

/** The APIs of the portal. The shell provides it at the root and in `PluginBoundary`. */
export const apiContext = /* @__PURE__ */ createSharedContext<ApiHolder>('core.apis/v1');
