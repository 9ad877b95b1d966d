import { createError, pluginApiErrors } from '@portico/errors';
import { createApiRef } from './api-ref.ts';

/**
 * The public configuration as one plugin sees it: its own key (the plugin id in camel case: `techRadar`), `app` and
 * `organization`. Another path throws `PLUGIN_API_CONFIG_NOT_OWN`; a value of a wrong type throws `CONFIG_VALUE_INVALID`.
 */
export interface ConfigApi {
  has(path: string): boolean;
  get<T>(path: string): T;
  getOptional<T>(path: string): T | undefined;
  getString(path: string): string;
  getOptionalString(path: string): string | undefined;
  getNumber(path: string): number;
  getOptionalNumber(path: string): number | undefined;
  getBoolean(path: string): boolean;
  getOptionalBoolean(path: string): boolean | undefined;
  getStringArray(path: string): readonly string[];
  getOptionalStringArray(path: string): readonly string[] | undefined;
  /** Calls `listener` when a value has changed; read again then. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Gives each plugin its own part of the public configuration. */
export const configApiRef = /* @__PURE__ */ createApiRef<ConfigApi>({ id: 'core.config' });

/** The key of a plugin in the configuration: `tech-radar` gives `techRadar`. */
export function configKeyOf(pluginId: string): string {
  return pluginId.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
}

/** Throws `PLUGIN_API_CONFIG_NOT_OWN` unless the plugin may read `path`. The portal itself (`core`) may read all. */
export function checkConfigPath(pluginId: string, path: string): void {
  if (pluginId === 'core') return;
  const allowed = [configKeyOf(pluginId), 'app', 'organization'];
  if (allowed.includes(path.split(/[.[]/, 1)[0] ?? '')) return;
  throw createError(pluginApiErrors.CONFIG_NOT_OWN, { plugin: pluginId, expected: allowed.join(', '), received: path });
}
