import { buildErrors, createError } from '@portico/errors';

/** Calls `describe()` of a plugin module's default export. Throws `build.PLUGIN_UNDESCRIBED` where it has none. */
export function descriptionOf(module: unknown): unknown {
  const plugin = (module as { readonly default?: { readonly describe?: unknown } } | undefined)?.default;
  if (typeof plugin?.describe !== 'function') {
    throw createError(buildErrors.PLUGIN_UNDESCRIBED, { received: plugin === undefined ? 'no default export' : typeof plugin });
  }
  return (plugin as { describe(): unknown }).describe();
}
