import { describe, expect, test } from '@jest/globals';
import { routesApiRef } from '@portico/plugin-api';
import type { ApiRef } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import type { CatalogApi, QueryEntitiesRequest } from '@portico/plugin-catalog-react';
import plugin from '../plugin.tsx';
import searchEntities from './search-entities.ts';

const named = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'fraud.scoring.v2', title: 'Fraud Scoring 2' }, spec: {} };
const described = { apiVersion: 'backstage.io/v1alpha1', kind: 'Group', metadata: { name: 'checkout-team', namespace: 'shop' }, spec: { profile: { displayName: 'Checkout' } } };
const routes = plugin.describe().routes;

function apis(asked: QueryEntitiesRequest[]) {
  const catalog: Partial<CatalogApi> = {
    queryEntities(request) {
      asked.push(request);
      const byName = request.fullTextFilter?.fields?.includes('metadata.name');
      const items = byName ? [named] : [described, named];
      return Promise.resolve({ items: items as never, totalItems: items.length, pageInfo: {} });
    },
  };
  const table = { remotes: [{ id: 'catalog', routes }], bindings: {} };
  const known = new Map<string, unknown>([
    [catalogApiRef.id, catalog],
    [routesApiRef.id, { getTable: () => table, subscribe: () => () => undefined }],
  ]);
  return { get: <T>(ref: ApiRef<T>) => Promise.resolve(known.get(ref.id) as T) };
}

describe('the search for entities', () => {
  test('finds by name and title first, then by description, each once, and leads to the page of each', async () => {
    const asked: QueryEntitiesRequest[] = [];
    const found = await searchEntities('fraud', new AbortController().signal, apis(asked));
    expect(asked.map(request => request.fullTextFilter)).toEqual([
      { term: 'fraud', fields: ['metadata.name', 'metadata.title'] },
      { term: 'fraud', fields: ['metadata.description'] },
    ]);
    expect(found).toEqual([
      {
        title: 'Fraud Scoring 2',
        subtitle: 'Component',
        to: '/catalog/default/component/fraud.scoring.v2',
        icon: 'component',
      },
      { title: 'Checkout', subtitle: 'Group in shop', to: '/catalog/shop/group/checkout-team', icon: 'users' },
    ]);
  });

  test('is declared as data for the command palette', () => {
    expect(plugin.describe().extensions).toContainEqual({ id: 'search', point: 'core.search-provider/v1', config: { title: 'Catalog', order: 10 } });
  });
});
