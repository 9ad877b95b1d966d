import type { FetchApi } from '@portico/plugin-api';
import type { CatalogApi, EntityFilterTerms, QueryEntitiesRequest } from '../catalog-api/catalog-api.ts';

function readFilter(parameters: URLSearchParams): EntityFilterTerms[] {
  return parameters.getAll('filter').map(text => {
    const terms: Record<string, string[] | true> = {};
    for (const condition of text.split(',')) {
      const at = condition.indexOf('=');
      if (at < 0) terms[condition] = true;
      else terms[condition.slice(0, at)] = [terms[condition.slice(0, at)] ?? [], condition.slice(at + 1)].flat() as string[];
    }
    return terms;
  });
}

function readQuery(parameters: URLSearchParams): QueryEntitiesRequest {
  const cursor = parameters.get('cursor');
  const limit = parameters.get('limit');
  const offset = parameters.get('offset');
  const term = parameters.get('fullTextFilterTerm');
  const fields = parameters.get('fullTextFilterFields')?.split(',');
  const orderFields = parameters.getAll('orderField').map(text => {
    const [field = '', order] = text.split(',');
    return { field, order: order === 'desc' ? ('desc' as const) : ('asc' as const) };
  });
  return {
    filter: readFilter(parameters),
    orderFields,
    ...(cursor === null ? {} : { cursor }),
    ...(limit === null ? {} : { limit: Number(limit) }),
    ...(offset === null ? {} : { offset: Number(offset) }),
    ...(term === null ? {} : { fullTextFilter: { term, ...(fields ? { fields } : {}) } }),
  };
}

async function answer(catalog: CatalogApi, url: URL, body: string): Promise<Response> {
  if (url.pathname === '/entities/by-query') return Response.json(await catalog.queryEntities(readQuery(url.searchParams)));
  if (url.pathname === '/entities/by-refs') {
    const { items } = await catalog.getEntitiesByRefs(JSON.parse(body));
    return Response.json({ items: items.map(item => item ?? null) });
  }
  if (url.pathname === '/entity-facets') {
    return Response.json(await catalog.getFacets({ facets: url.searchParams.getAll('facet'), filter: readFilter(url.searchParams) }));
  }
  if (url.pathname === '/refresh') {
    await catalog.refreshEntity((JSON.parse(body) as { entityRef: string }).entityRef);
    return new Response(null);
  }
  const [kind = '', namespace = '', name = ''] = url.pathname.replace('/entities/by-name/', '').split('/').map(decodeURIComponent);
  const entity = await catalog.getEntityByName({ kind, namespace, name });
  return entity ? Response.json(entity) : new Response('{}', { status: 404 });
}

/** Serves a catalog as the REST API of the catalog plugin does, without a network: for tests of what speaks to it. */
export function createCatalogServer(catalog: CatalogApi): FetchApi {
  return {
    async fetch(input, init) {
      return answer(catalog, new URL(String(input).replace('plugin://catalog', 'http://catalog.test')), String(init?.body ?? ''));
    },
  };
}
