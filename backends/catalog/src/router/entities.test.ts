import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entity } from '@portico/plugin-catalog-common';
import { madeUpEntities } from '../testing/made-up-entities.ts';
import { startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog } from '../testing/start-catalog.ts';
import { onEveryDatabase } from '../testing/every-database.ts';

onEveryDatabase(() => {
  let catalog: StartedCatalog;
  beforeAll(async () => {
    catalog = await startCatalog({ files: { 'catalog/all.yaml': madeUpEntities } });
  });
  afterAll(() => catalog.stop());

  const entitySubset = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: expect.objectContaining({ name: 'alpha', namespace: 'default', uid: expect.any(String), etag: expect.any(String) }),
    relations: expect.arrayContaining([{ type: 'partOf', targetRef: 'system:default/shop' }]),
  };

  describe('single entities', () => {
    test('come by name in any case, and by uid', async () => {
      const byName = await catalog.agent.get('/entities/by-name/component/Default/ALPHA').expect(200);
      expect(byName.body).toMatchObject(entitySubset);
      expect(byName.headers['content-type']).toBe('application/json; charset=utf-8');
      const byUid = await catalog.agent.get(`/entities/by-uid/${(byName.body as Entity).metadata.uid}`).expect(200);
      expect(byUid.body).toEqual(byName.body);
      expect((await catalog.agent.get('/entities/by-name/component/default/Beta.v2').expect(200)).body.metadata.name).toBe(
        'Beta.v2',
      );
    });

    test('that are not there are a NotFoundError', async () => {
      for (const path of [
        '/entities/by-name/component/default/none',
        '/entities/by-uid/none',
        '/entities/by-name/a/b/c/ancestry',
      ]) {
        expect((await catalog.agent.get(path).expect(404)).body.error.name).toBe('NotFoundError');
      }
    });
  });

  describe('POST /entities/by-refs', () => {
    const ask = (body: object, query = {}) => catalog.agent.post('/entities/by-refs').query(query).send(body);

    test('keeps order and length, with null for what is absent or filtered out', async () => {
      const entityRefs = [
        'group:team-a',
        'component:none',
        'Component:default/alpha',
        'component:other/gamma',
        'group:default/team-a',
      ];
      const { body } = await ask({ entityRefs, fields: ['metadata.name'] }).expect(200);
      const named = (name: string) => ({ metadata: { name } });
      expect(body).toEqual({ items: [named('team-a'), null, named('alpha'), named('gamma'), named('team-a')] });
      const filtered = (await ask({ entityRefs: entityRefs.slice(2, 4) }, { filter: 'metadata.namespace=other' })).body as {
        items: unknown[];
      };
      expect(filtered.items.map(item => item === null)).toEqual([true, false]);
      const predicate = (await ask({ entityRefs: entityRefs.slice(2, 4), query: { 'metadata.name': 'alpha' } })).body as {
        items: unknown[];
      };
      expect(predicate.items.map(item => item === null)).toEqual([false, true]);
    });

    test('refuses what is no ref, and too many', async () => {
      expect((await ask({ entityRefs: ['a:b:c'] }).expect(400)).body.error.code).toBe('CATALOG_REF_INVALID');
      expect((await ask({ entityRefs: ['alpha'] }).expect(400)).body.error.code).toBe('CATALOG_REF_KIND_MISSING');
      expect((await ask({}).expect(400)).body.error.message).toMatch(/At entityRefs/);
      const many = Array.from({ length: 5001 }, () => 'component:a');
      expect((await ask({ entityRefs: many }).expect(400)).body.error.code).toBe('CATALOG_QUERY_TOO_LARGE');
    });
  });

  describe('GET /entities', () => {
    test('gives all as an array, or a part with a link to the next', async () => {
      const all = (await catalog.agent.get('/entities?order=desc:metadata.name&filter=kind=component').expect(200))
        .body as Entity[];
      expect(all.map(entity => entity.metadata.name)).toEqual(['gamma', 'Beta.v2', 'alpha']);
      const first = await catalog.agent.get('/entities?order=desc:metadata.name&filter=kind=component&limit=2').expect(200);
      expect(first.body).toEqual(all.slice(0, 2));
      const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(first.headers['link'] ?? '') ?? [];
      const second = await catalog.agent.get(next).expect(200);
      expect(second.body).toEqual(all.slice(2));
      expect(second.headers['link']).toBeUndefined();
      expect((await catalog.agent.get('/entities?filter=kind=none').expect(200)).body).toEqual([]);
      expect((await catalog.agent.get('/entities?filter=kind=group&fields=kind').expect(200)).body).toEqual([{ kind: 'Group' }]);
      expect((await catalog.agent.get('/entities?limit=0').expect(200)).headers['link']).toBeUndefined();
      await catalog.agent.get('/entities?after=zzz').expect(400);
    });
  });

  describe('facets', () => {
    test('count values in their own case, by GET and by POST', async () => {
      const { body } = await catalog.agent
        .get('/entity-facets?facet=spec.type&facet=metadata.tags&filter=kind=component')
        .expect(200);
      expect(body).toEqual({
        facets: {
          'spec.type': [
            { value: 'Service', count: 1 },
            { value: 'service', count: 1 },
            { value: 'website', count: 1 },
          ],
          'metadata.tags': ['data', 'go', 'java'].map(value => ({ value, count: 1 })),
        },
      });
      const posted = await catalog.agent
        .post('/entity-facets')
        .send({ facets: ['relations.ownedBy', 'none'], query: { kind: 'component' } });
      expect(posted.body).toEqual({
        facets: {
          'relations.ownedBy': [
            { value: 'group:default/team-a', count: 2 },
            { value: 'group:default/team-b', count: 1 },
          ],
          none: [],
        },
      });
    });
  });

  describe('locations, refreshing and validation', () => {
    test('the configured locations are listed and found by id', async () => {
      const { body } = await catalog.agent.get('/locations').expect(200);
      const target = `${catalog.folder}/catalog/*.yaml`;
      expect(body).toEqual([
        {
          data: {
            id: expect.any(String),
            type: 'file',
            target,
            entityRef: expect.stringMatching(/^location:default\/generated-[0-9a-f]{40}$/),
          },
        },
      ]);
      expect((await catalog.agent.get(`/locations/${body[0].data.id}`).expect(200)).body).toEqual(body[0].data);
      await catalog.agent.get('/locations/none').expect(404);
      expect(await catalog.entity(body[0].data.entityRef)).toMatchObject({ kind: 'Location', spec: { type: 'file', target } });
    });

    test('a refresh reads the file of an entity and answers with an empty body', async () => {
      const { text } = await catalog.agent.post('/refresh').send({ entityRef: 'component:default/alpha' }).expect(200);
      expect(text).toBe('');
      await catalog.agent.post('/refresh').send({ entityRef: 'component:default/none' }).expect(404);
      await catalog.agent.post('/refresh').send({}).expect(400);
    });

    test('validation answers with all faults in the published shape', async () => {
      const location = 'url:https://example.com/a.yaml';
      const entity = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'a b', tags: ['X'] }, spec: {} };
      const { body } = await catalog.agent.post('/validate-entity').send({ location, entity }).expect(400);
      expect(body).toEqual({
        errors: [
          { name: 'InputError', message: expect.stringMatching(/^metadata\.name: expected letters and digits.* found "a b"$/) },
          { name: 'InputError', message: expect.stringMatching(/^metadata\.tags\.0: expected lower-case letters.* found "X"$/) },
        ],
      });
      const good = { ...entity, metadata: { name: 'a' }, spec: { type: 'a', lifecycle: 'b', owner: 'c' } };
      expect((await catalog.agent.post('/validate-entity').send({ location, entity: good }).expect(200)).text).toBe('');
      await catalog.agent.post('/validate-entity').send({ location: 'nowhere', entity: good }).expect(400);
    });
  });
});
