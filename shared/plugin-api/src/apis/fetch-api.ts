import { createApiRef } from './api-ref.ts';
import { resolvePluginUrl } from './discovery-api.ts';
import type { DiscoveryApi } from './discovery-api.ts';

/** HTTP with the session of the user. */
export interface FetchApi {
  /**
   * As the platform's `fetch`; `plugin://catalog/entities` leads to the backend plugin `catalog`. Bodies are read with
   * `readJson`, which turns error answers into errors.
   */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/** HTTP with the session of the user and `plugin://` addresses; read answers with `readJson`. */
export const fetchApiRef = /* @__PURE__ */ createApiRef<FetchApi>({ id: 'core.fetch' });

/** Puts the resolution of `plugin://` addresses before a `fetch`. */
export function createFetchApi(options: { discovery: DiscoveryApi; fetch: typeof globalThis.fetch }): FetchApi {
  const { discovery, fetch } = options;
  return {
    async fetch(input, init) {
      if (typeof input !== 'string' && !(input instanceof URL)) return fetch(input, init);
      return fetch(await resolvePluginUrl(String(input), discovery), init);
    },
  };
}
