import { createApiRef } from './api-ref.ts';

/** Where backend plugins are. */
export interface DiscoveryApi {
  /** The base URL of a backend plugin without a slash at its end: `/api/catalog` gives `https://portal.example/api/catalog`. */
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Finds backend plugins by their ids. */
export const discoveryApiRef = /* @__PURE__ */ createApiRef<DiscoveryApi>({ id: 'core.discovery' });

/**
 * The URL that a `plugin://<id>/<path>` address stands for; any other URL as it is.
 *
 * @example `plugin://catalog/entities?limit=1` -> `https://portal.example/api/catalog/entities?limit=1`
 */
export async function resolvePluginUrl(url: string, discovery: DiscoveryApi): Promise<string> {
  const parts = /^plugin:\/\/([a-z0-9-]+)(.*)$/s.exec(url);
  if (!parts) return url;
  return `${await discovery.getBaseUrl(parts[1] ?? '')}${parts[2] ?? ''}`;
}
