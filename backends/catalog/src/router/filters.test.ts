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

  const names = (items: Entity[]) =>
    items
      .map(entity => entity.metadata.name)
      .filter(name => !name.startsWith('generated-'))
      .toSorted();

  async function byFilter(...filters: string[]): Promise<string[]> {
    const query = filters.map(filter => `filter=${encodeURIComponent(filter)}`).join('&');
    return names((await catalog.agent.get(`/entities?${query}`).expect(200)).body as Entity[]);
  }

  async function byPredicate(query: object): Promise<string[]> {
    const response = await catalog.agent.post('/entities/by-query').send({ query, limit: 100 }).expect(200);
    return names((response.body as { items: Entity[] }).items);
  }

  describe('filter parameters', () => {
    test.each([
      [['kind=component'], ['Beta.v2', 'alpha', 'gamma']],
      [['KIND=CoMponent,spec.TYPE=SERVICE'], ['alpha', 'gamma']],
      [['kind=component,kind=api'], ['Beta.v2', 'alpha', 'gamma', 'shop-api']],
      [
        ['kind=api', 'spec.type=website'],
        ['Beta.v2', 'shop-api'],
      ],
      [['metadata.tags'], ['Beta.v2', 'alpha']],
      [['metadata.tags=data'], ['alpha']],
      [['metadata.tags.java'], ['alpha']],
      [['metadata.tags.java=true'], ['alpha']],
      [['metadata.tags=java,metadata.tags=go'], ['Beta.v2', 'alpha']],
      [['relations.ownedBy=group:default/team-a,kind=component'], ['alpha', 'gamma']],
      [['relations.dependencyof=component:default/beta.v2'], ['alpha']],
      [['metadata.annotations.example.com/project=A/B.C'], ['alpha']],
      [['metadata.namespace=default,kind=group'], ['team-a']],
      [['spec.note='], ['gamma']],
      [['spec.priority=5,spec.flag=true'], ['gamma']],
      [['metadata.title=straße i̇stanbul'], ['gamma']],
      [['metadata.description=100%'], []],
      [['metadata.name=alph_'], []],
      [["metadata.name=alpha' or '1'='1"], []],
      [['metadata.name=\\'], []],
      [['nothing.here'], []],
    ])('%j finds %j', async (filters, expected) => {
      expect(await byFilter(...filters)).toEqual(expected);
    });

    test('too many conditions, or a condition without a key, are refused', async () => {
      const many = Array.from({ length: 501 }, (_, index) => `k${index}`).join(',');
      const refused = await catalog.agent.get('/entities').query({ filter: many }).expect(400);
      expect(refused.body.error.message).toMatch(/at most 500 filter conditions in a query, got 501/);
      expect((await catalog.agent.get('/entities').query({ filter: '=x' }).expect(400)).body.error.code).toBe(
        'CATALOG_FILTER_INVALID',
      );
    });
  });

  describe('predicates', () => {
    test.each<[object, string[]]>([
      [{ kind: 'component', 'spec.type': 'service' }, ['alpha', 'gamma']],
      [{ $all: [{ kind: 'component' }, { $not: { 'spec.type': 'service' } }] }, ['Beta.v2']],
      [{ $any: [{ kind: 'api' }, { 'metadata.tags': { $contains: 'GO' } }] }, ['Beta.v2', 'shop-api']],
      [{ 'metadata.annotations.example.com/project': { $exists: true } }, ['alpha']],
      [{ 'metadata.labels': { $exists: true } }, ['alpha']],
      [{ kind: 'component', 'metadata.tags': { $exists: false } }, ['gamma']],
      [{ 'spec.type': { $in: ['website', 'OpenAPI'] } }, ['Beta.v2', 'shop-api']],
      [{ 'metadata.name': { $hasPrefix: 'beta.' } }, ['Beta.v2']],
      [{ 'metadata.name': { $hasPrefix: '%' } }, []],
      [{ 'spec.priority': 5, 'spec.flag': true }, ['gamma']],
      [{ relations: { $contains: { type: 'ownedBy', targetRef: 'group:default/team-b' } } }, ['Beta.v2']],
      [{ relations: { $contains: { type: 'dependsOn', targetRef: { $in: ['component:default/alpha'] } } } }, ['Beta.v2']],
      [{ kind: 'group', $not: undefined }, ['team-a']],
      [{ $all: [] }, ['Beta.v2', 'alpha', 'gamma', 'shop-api', 'team-a']],
      [{ $any: [] }, []],
      [{ $not: { $all: [] } }, []],
      [{ $any: [{ $all: [] }, { kind: 'api' }] }, ['Beta.v2', 'alpha', 'gamma', 'shop-api', 'team-a']],
    ])('%j finds %j', async (query, expected) => {
      expect(await byPredicate(query)).toEqual(expected);
    });

    test.each<[object, RegExp]>([
      [{ $any: {} }, /At query\.\$any: expected a filter predicate, got no list/],
      [{ $all: [], kind: 'a' }, /got other keys beside \$all/],
      [{ $nor: [] }, /unknown operator \$nor/],
      [{ kind: { $regex: 'a' } }, /At query\.kind: .*unknown operator \$regex/],
      [{ kind: ['a'] }, /At query\.kind/],
      [{ kind: null }, /At query\.kind/],
      [{ 'metadata.tags': { $contains: { a: 1 } } }, /only relations may contain/],
      [{ $not: { $any: [{ kind: { $exists: 'yes' } }] } }, /At query\.\$not\.\$any\.0\.kind\.\$exists: .*got no boolean/],
    ])('%j is refused', async (query, message) => {
      const { body } = await catalog.agent.post('/entities/by-query').send({ query }).expect(400);
      expect(body.error.message).toMatch(message);
    });

    test('deep and large ones are refused', async () => {
      const deep = Array.from({ length: 30 }).reduce<object>(inner => ({ $not: inner }), { kind: 'a' });
      const large = { $any: Array.from({ length: 10_000 }, () => ({ kind: 'a' })) };
      for (const query of [deep, large]) {
        const { body } = await catalog.agent.post('/entities/by-query').send({ query }).expect(400);
        expect(body.error.code).toBe('CATALOG_QUERY_TOO_LARGE');
      }
    });
  });
});
