import { use, useMemo } from 'react';
import { createError, pluginApiErrors } from '@portico/errors';
import { pluginContext } from '../context/plugin-context.ts';
import { apiContext } from './api-holder.ts';
import { portalItself } from './create-api-holder.ts';
import type { ApiRef } from './api-ref.ts';

function isPromise<T>(value: T | Promise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value;
}

/**
 * Hook: the implementation of an API for the plugin whose component asks. Where another remote provides it, the first
 * use suspends until that remote is loaded. Throws `PLUGIN_API_API_MISSING` when nobody provides it.
 */
export function useApi<T>(ref: ApiRef<T>): T {
  const holder = apiContext.use();
  const plugin = pluginContext.useOptional() ?? portalItself;
  const found = holder.get(ref, plugin);
  if (found === undefined) throw createError(pluginApiErrors.API_MISSING, { api: ref.id, plugin: plugin.pluginId });
  return isPromise(found) ? use(found) : found;
}

/** Hook: all APIs of the portal, for code that asks for an API later than while rendering. */
export function useApiHolder(): ApiHolderOfPlugin {
  const holder = apiContext.use();
  const plugin = pluginContext.useOptional() ?? portalItself;
  return useMemo(() => ({ get: ref => holder.get(ref, plugin) }), [holder, plugin]);
}

/** Gives implementations to one plugin. */
export interface ApiHolderOfPlugin {
  /** As `useApi`, but a promise where the provider is still being loaded, and undefined where there is none. */
  get<T>(ref: ApiRef<T>): T | Promise<T> | undefined;
}
