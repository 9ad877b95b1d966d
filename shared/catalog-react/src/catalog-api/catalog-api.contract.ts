import { describe, expect, test } from '@jest/globals';
import type { Entity } from '@portico/plugin-catalog-common';
import type { CatalogApi } from './catalog-api.ts';

function entity(kind: string, name: string, more: { type?: string; tags?: string[]; namespace?: string; owner?: string } = {}): Entity {
  const { type, tags, namespace, owner } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, uid: `uid-${name}`, ...(namespace ? { namespace } : {}), ...(tags ? { tags } : {}) },
    ...(type ? { spec: { type } } : {}),
    ...(owner ? { relations: [{ type: 'ownedBy', targetRef: owner }] } : {}),
  };
}

/** The entities that every implementation is tested with. */
export const contractEntities: readonly Entity[] = [
  entity('Component', 'shell', { type: 'website', tags: ['react', 'core'], owner: 'group:default/app' }),
  entity('Component', 'registry', { type: 'service', tags: ['core'], owner: 'group:default/app' }),
  entity('Component', 'my.service.v1', { type: 'service' }),
  entity('API', 'registry-api', { type: 'openapi', namespace: 'platform' }),
  entity('Group', 'app', { type: 'team' }),
];

const names = (items: readonly (Entity | undefined)[]): (string | undefined)[] => items.map(item => item?.metadata.name);
const byName = [{ field: 'metadata.name', order: 'asc' as const }];

/** What every implementation of the catalog's client does. */
export function describeCatalogApi(name: string, create: (entities: readonly Entity[]) => CatalogApi): void {
  describe(name, () => {
    const api = create(contractEntities);

    test('filters by values in any case, by one of several values, and by alternatives', async () => {
      const query = async (filter: Parameters<CatalogApi['queryEntities']>[0]['filter']) =>
        names((await api.queryEntities({ orderFields: byName, ...(filter ? { filter } : {}) })).items);
      expect(await query({ kind: 'component', 'spec.type': 'SERVICE' })).toEqual(['my.service.v1', 'registry']);
      expect(await query({ 'spec.type': ['website', 'openapi'] })).toEqual(['registry-api', 'shell']);
      expect(await query([{ kind: 'group' }, { 'metadata.tags': 'react' }])).toEqual(['app', 'shell']);
      expect(await query({ 'metadata.tags': true })).toEqual(['registry', 'shell']);
      expect(await query({ 'relations.ownedby': 'group:default/app' })).toEqual(['registry', 'shell']);
      expect(await query(undefined)).toEqual(['app', 'my.service.v1', 'registry', 'registry-api', 'shell']);
    });

    test('pages forth and back by cursors', async () => {
      const first = await api.queryEntities({ orderFields: byName, limit: 2 });
      expect({ ...first, items: names(first.items) }).toMatchObject({ items: ['app', 'my.service.v1'], totalItems: 5 });
      expect(first.pageInfo.prevCursor).toBeUndefined();
      const second = await api.queryEntities({ cursor: first.pageInfo.nextCursor as string, limit: 2 });
      expect(names(second.items)).toEqual(['registry', 'registry-api']);
      const third = await api.queryEntities({ cursor: second.pageInfo.nextCursor as string, limit: 2 });
      expect(names(third.items)).toEqual(['shell']);
      expect(third.pageInfo.nextCursor).toBeUndefined();
      const back = await api.queryEntities({ cursor: third.pageInfo.prevCursor as string, limit: 2 });
      expect(names(back.items)).toEqual(['registry', 'registry-api']);
    });

    test('searches a term in fields, and orders downwards', async () => {
      const found = await api.queryEntities({
        fullTextFilter: { term: 'REGISTRY', fields: ['metadata.name', 'metadata.title'] },
        orderFields: [{ field: 'metadata.name', order: 'desc' }],
      });
      expect(names(found.items)).toEqual(['registry-api', 'registry']);
    });

    test('finds an entity by its name, with dots in it, and none', async () => {
      expect((await api.getEntityByName({ kind: 'Component', namespace: 'default', name: 'my.service.v1' }))?.metadata.uid).toBe('uid-my.service.v1');
      expect((await api.getEntityByName('api:platform/registry-api'))?.kind).toBe('API');
      expect(await api.getEntityByName('component:default/unknown')).toBeUndefined();
    });

    test('finds entities by refs, in the order of the refs', async () => {
      const { items } = await api.getEntitiesByRefs({ entityRefs: ['group:default/app', 'group:default/none', 'component:default/shell'] });
      expect(names(items)).toEqual(['app', undefined, 'shell']);
    });

    test('reads an entity anew and has no more to say about it', async () => {
      expect(await api.refreshEntity('component:default/shell')).toBeUndefined();
    });

    test('counts the values of facets', async () => {
      const { facets } = await api.getFacets({ facets: ['kind', 'metadata.tags'], filter: { kind: 'component' } });
      const sorted = (facet: string) => [...(facets[facet] ?? [])].sort((left, right) => (left.value < right.value ? -1 : 1));
      expect(sorted('kind')).toEqual([{ value: 'Component', count: 3 }]);
      expect(sorted('metadata.tags')).toEqual([
        { value: 'core', count: 2 },
        { value: 'react', count: 1 },
      ]);
    });
  });
}
