import { readJson } from '@portico/plugin-api';
import type { FetchApi } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityRouteParameters } from '../entity-route.ts';
import type { CatalogApi, CatalogCallOptions } from './catalog-api.ts';
import { appendFilter, queryParameters } from './query-parameters.ts';

function withQuery(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}

/**
 * The catalog over its REST API, found by `fetchApi` at `plugin://catalog`.
 *
 * @example createApiFactory({ api: catalogApiRef, deps: { fetchApi: fetchApiRef }, factory: createCatalogClient })
 */
export function createCatalogClient({ fetchApi }: { readonly fetchApi: FetchApi }): CatalogApi {
  async function call(path: string, options: CatalogCallOptions = {}, body?: unknown): Promise<Response> {
    const { signal } = options;
    return fetchApi.fetch(`plugin://catalog${path}`, {
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }
  return {
    async queryEntities(request, options) {
      return readJson(await call(withQuery('/entities/by-query', queryParameters(request)), options));
    },
    async getEntityByName(name, options) {
      const parts = entityRouteParameters(name);
      const path = [parts.kind, parts.namespace, parts.name].map(part => encodeURIComponent(part)).join('/');
      const response = await call(`/entities/by-name/${path}`, options);
      if (response.status === 404) return undefined;
      return readJson<Entity>(response);
    },
    async getEntitiesByRefs(request, options) {
      const { items } = await readJson<{ items: (Entity | null)[] }>(await call('/entities/by-refs', options, request));
      return { items: items.map(item => item ?? undefined) };
    },
    async getFacets({ facets, filter }, options) {
      const parameters = new URLSearchParams(facets.map(facet => ['facet', facet]));
      appendFilter(parameters, filter);
      return readJson(await call(withQuery('/entity-facets', parameters), options));
    },
    async refreshEntity(entityRef, options) {
      const response = await call('/refresh', options, { entityRef });
      // Only a fault has a body.
      if (!response.ok) await readJson(response);
    },
  };
}
