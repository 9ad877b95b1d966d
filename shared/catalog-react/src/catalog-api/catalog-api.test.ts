import { describe, expect, test } from '@jest/globals';
import type { FetchApi } from '@portico/plugin-api';
import { createCatalogClient } from '../index.ts';
import { createFakeCatalogApi } from '../testing/testing.ts';
import { createCatalogServer } from '../testing/create-catalog-server.ts';
import { describeCatalogApi } from './catalog-api.contract.ts';

describeCatalogApi('the catalog in memory', createFakeCatalogApi);
describeCatalogApi('the catalog over HTTP', entities => createCatalogClient({ fetchApi: createCatalogServer(createFakeCatalogApi(entities)) }));

describe('the client over HTTP', () => {
  function recording(answer: () => Response) {
    const requests: { url: string; init: RequestInit | undefined }[] = [];
    const fetchApi: FetchApi = { fetch: async (input, init) => (requests.push({ url: String(input), init }), answer()) };
    return { requests, api: createCatalogClient({ fetchApi }) };
  }

  test('writes queries as the published API has them', async () => {
    const { requests, api } = recording(() => Response.json({ items: [], totalItems: 0, pageInfo: {} }));
    await api.queryEntities({
      filter: [{ kind: 'component', 'spec.type': ['a', 'b'] }, { 'metadata.annotations.x/y': true }],
      fullTextFilter: { term: 'a&b', fields: ['metadata.name'] },
      orderFields: [{ field: 'metadata.name', order: 'desc' }],
      fields: ['kind', 'metadata.name'],
      limit: 5,
      offset: 10,
    });
    const url = new URL(requests[0]?.url ?? '');
    expect(`${url.protocol}//${url.host}${url.pathname}`).toBe('plugin://catalog/entities/by-query');
    expect([...url.searchParams]).toEqual([
      ['fields', 'kind,metadata.name'],
      ['limit', '5'],
      ['offset', '10'],
      ['orderField', 'metadata.name,desc'],
      ['fullTextFilterTerm', 'a&b'],
      ['fullTextFilterFields', 'metadata.name'],
      ['filter', 'kind=component,spec.type=a,spec.type=b'],
      ['filter', 'metadata.annotations.x/y'],
    ]);
  });

  test('asks for nothing but the page with a cursor', async () => {
    const { requests, api } = recording(() => Response.json({ items: [], totalItems: 0, pageInfo: {} }));
    await api.queryEntities({ cursor: 'abc', limit: 3, filter: { kind: 'api' }, offset: 1 });
    expect(requests[0]?.url).toBe('plugin://catalog/entities/by-query?limit=3&cursor=abc');
  });

  test('passes the signal on and throws what the catalog throws', async () => {
    const error = { name: 'NotAllowedError', code: 'CATALOG_DENIED', message: 'No', fix: 'Ask' };
    const { requests, api } = recording(() => Response.json({ error }, { status: 403 }));
    const { signal } = new AbortController();
    await expect(api.getEntityByName('component:default/a', { signal })).rejects.toMatchObject(error);
    expect(requests).toEqual([{ url: 'plugin://catalog/entities/by-name/component/default/a', init: { signal } }]);
  });
});
