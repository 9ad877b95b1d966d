import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '@portico/plugin-catalog-common';
import { madeUpEntities } from '../testing/made-up-entities.ts';
import { component, startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog } from '../testing/start-catalog.ts';
import { onEveryDatabase } from '../testing/every-database.ts';

onEveryDatabase(() => {
  interface Page {
    items: Entity[];
    totalItems: number;
    pageInfo: { nextCursor?: string; prevCursor?: string };
  }

  let catalog: StartedCatalog;
  beforeAll(async () => {
    catalog = await startCatalog({ files: { 'catalog/all.yaml': madeUpEntities } });
  });
  afterAll(() => catalog.stop());

  const names = (page: Page) => page.items.map(entity => entity.metadata.name);
  const get = async (query: string) => (await catalog.agent.get(`/entities/by-query?${query}`).expect(200)).body as Page;
  const post = async (body: object) => (await catalog.agent.post('/entities/by-query').send(body).expect(200)).body as Page;
  const notLocation = 'filter=kind=component,kind=api,kind=group';

  describe('GET /entities/by-query', () => {
    test('orders by several fields, entities without one last in both directions', async () => {
      expect(names(await get(`${notLocation}&orderField=metadata.title,asc&orderField=metadata.name,desc`))).toEqual([
        'shop-api',
        'alpha',
        'gamma',
        'team-a',
        'Beta.v2',
      ]);
      expect(names(await get(`${notLocation}&orderField=metadata.title,desc&orderField=metadata.name,asc`))).toEqual([
        'gamma',
        'alpha',
        'shop-api',
        'Beta.v2',
        'team-a',
      ]);
    });

    test.each([
      'orderField=metadata.title,asc',
      'orderField=metadata.title,desc',
      'orderField=spec.type&orderField=metadata.name,desc',
      '',
    ])('walks page by page forth and back without loss: %s', async order => {
      const all = await get(`${notLocation}&${order}`);
      expect(all.totalItems).toBe(5);
      expect(all.pageInfo).toEqual({});
      const forth: string[] = [];
      let page = await get(`${notLocation}&${order}&limit=2`);
      const pages = [names(page)];
      expect(page.pageInfo.prevCursor).toBeUndefined();
      for (forth.push(...names(page)); page.pageInfo.nextCursor; forth.push(...names(page))) {
        page = await get(`limit=2&cursor=${encodeURIComponent(page.pageInfo.nextCursor)}`);
        expect(page.totalItems).toBe(5);
        pages.push(names(page));
      }
      expect(forth).toEqual(names(all));
      for (const expected of pages.slice(0, -1).toReversed()) {
        page = await get(`limit=2&cursor=${encodeURIComponent(page.pageInfo.prevCursor ?? '')}`);
        expect(names(page)).toEqual(expected);
      }
      expect(page.pageInfo.prevCursor).toBeUndefined();
      expect(page.pageInfo.nextCursor).toBeDefined();
    });

    test('finds text in the given fields, and takes % and _ by their word', async () => {
      expect(
        names(
          await get(
            `${notLocation}&orderField=metadata.name,asc&fullTextFilterTerm=ALPHA&fullTextFilterFields=metadata.name,metadata.title`,
          ),
        ),
      ).toEqual(['alpha', 'shop-api']);
      expect(names(await get(`${notLocation}&fullTextFilterTerm=amm&orderField=metadata.name,asc`))).toEqual(['gamma']);
      expect(names(await get('fullTextFilterTerm=0%25 sure_&fullTextFilterFields=metadata.description'))).toEqual(['alpha']);
      expect(names(await get('fullTextFilterTerm=sure-&fullTextFilterFields=metadata.description'))).toEqual([]);
    });

    test('limits, skips, counts and cuts on demand', async () => {
      const none = await get(`${notLocation}&limit=0`);
      expect([none.items, none.totalItems]).toEqual([[], 5]);
      expect(names(await get(`${notLocation}&orderField=metadata.name,asc&offset=3`))).toEqual(['shop-api', 'team-a']);
      expect((await get(`${notLocation}&totalItems=exclude`)).totalItems).toBe(0);
      const cut = await get(
        'filter=metadata.name=alpha&fields=kind,metadata.annotations.example.com/project,metadata.name,spec.none',
      );
      expect(cut.items).toEqual([
        { kind: 'Component', metadata: { name: 'alpha', annotations: { 'example.com/project': 'a/b.c' } } },
      ]);
    });

    test.each([
      ['limit=-1', /Expected limit to be a whole number/],
      ['limit=10001', /Expected limit to be at most 10000/],
      ['orderField=metadata.name,up', /Expected orderField to be field,order/],
      ['cursor=abc', /Expected a cursor that the catalog gave out/],
      [
        `cursor=${Buffer.from('{"orderFields":[],"orderFieldValues":[],"isPrevious":false}').toString('base64')}`,
        /Expected a cursor/,
      ],
      ['fields=metadata[name]', /Expected fields to be dotted paths/],
      ['totalItems=maybe', /Expected totalItems to be "include" or "exclude"/],
    ])('%s is refused', async (query, message) => {
      const { body } = await catalog.agent.get(`/entities/by-query?${query}`).expect(400);
      expect(body.error.message).toMatch(message);
    });
  });

  describe('POST /entities/by-query', () => {
    test('goes on by a cursor in which clients see the predicate', async () => {
      const first = await post({ query: { kind: 'component' }, orderBy: [{ field: 'metadata.name', order: 'asc' }], limit: 2 });
      expect([names(first), first.totalItems]).toEqual([['alpha', 'Beta.v2'], 3]);
      const cursor = JSON.parse(Buffer.from(first.pageInfo.nextCursor ?? '', 'base64').toString()) as object;
      expect(cursor).toMatchObject({ query: { kind: 'component' }, isPrevious: false, totalItems: 3 });
      expect(names(await post({ cursor: first.pageInfo.nextCursor, fields: ['metadata.name'] }))).toEqual(['gamma']);
    });

    test('refuses a body of another shape with the path', async () => {
      const { body } = await catalog.agent.post('/entities/by-query').send({ limit: 'many' }).expect(400);
      expect(body.error.message).toMatch(/At limit: expected number, got "many"/);
    });
  });

  test('answers follow a change at once', async () => {
    const query = 'filter=kind=component&limit=0';
    const facets = '/entity-facets?facet=spec.type';
    const before = [(await get(query)).totalItems, (await catalog.agent.get(facets)).body];
    await catalog.write({ 'catalog/new.yaml': component('new').replace('service', 'library') });
    await catalog.refresh();
    const after = [(await get(query)).totalItems, (await catalog.agent.get(facets)).body];
    expect([before[0], after[0]]).toEqual([3, 4]);
    expect(after[1].facets['spec.type']).toContainEqual({ value: 'library', count: 1 });
    await catalog.remove('catalog/new.yaml');
    await catalog.refresh();
    expect([(await get(query)).totalItems, (await catalog.agent.get(facets)).body]).toEqual(before);
  });
});
