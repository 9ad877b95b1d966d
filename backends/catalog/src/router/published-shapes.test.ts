import { expect, test } from '@jest/globals';
import * as v from 'valibot';
import { madeUpEntities } from '../testing/made-up-entities.ts';
import { startCatalog } from '../testing/start-catalog.ts';
import { onEveryDatabase } from '../testing/every-database.ts';

onEveryDatabase(() => {
  // Written down from the published OpenAPI document of the catalog API; strict where it allows no further properties.
  const relation = v.strictObject({ type: v.string(), targetRef: v.string() });
  const link = v.strictObject({
    url: v.string(),
    title: v.optional(v.string()),
    icon: v.optional(v.string()),
    type: v.optional(v.string()),
  });
  const metadata = v.looseObject({
    name: v.string(),
    namespace: v.optional(v.string()),
    uid: v.optional(v.string()),
    etag: v.optional(v.string()),
    title: v.optional(v.string()),
    description: v.optional(v.string()),
    labels: v.optional(v.record(v.string(), v.string())),
    annotations: v.optional(v.record(v.string(), v.string())),
    tags: v.optional(v.array(v.string())),
    links: v.optional(v.array(link)),
  });
  const entity = v.strictObject({
    apiVersion: v.string(),
    kind: v.string(),
    metadata,
    spec: v.optional(v.record(v.string(), v.unknown())),
    relations: v.optional(v.array(relation)),
  });
  const location = v.strictObject({ id: v.string(), type: v.string(), target: v.string(), entityRef: v.string() });
  const facet = v.strictObject({ value: v.string(), count: v.number() });
  const page = v.object({
    items: v.array(entity),
    totalItems: v.number(),
    pageInfo: v.object({ nextCursor: v.optional(v.string()), prevCursor: v.optional(v.string()) }),
  });

  const answers: readonly [string, string, object | undefined, v.GenericSchema][] = [
    ['GET', '/entities', undefined, v.array(entity)],
    ['GET', '/entities/by-name/component/default/alpha', undefined, entity],
    ['GET', '/entities/by-query?limit=2', undefined, page],
    ['POST', '/entities/by-query', { query: { kind: 'component' }, limit: 1 }, page],
    ['POST', '/entities/by-refs', { entityRefs: ['group:team-a', 'a:b'] }, v.strictObject({ items: v.array(v.nullable(entity)) })],
    ['GET', '/entity-facets?facet=kind', undefined, v.strictObject({ facets: v.record(v.string(), v.array(facet)) })],
    ['POST', '/entity-facets', { facets: ['kind'] }, v.strictObject({ facets: v.record(v.string(), v.array(facet)) })],
    ['GET', '/locations', undefined, v.array(v.object({ data: location }))],
    [
      'GET',
      '/entities/by-name/component/default/alpha/ancestry',
      undefined,
      v.strictObject({
        rootEntityRef: v.string(),
        items: v.array(v.object({ entity, parentEntityRefs: v.array(v.string()) })),
      }),
    ],
  ];

  test('answers have the published shapes', async () => {
    const catalog = await startCatalog({ files: { 'catalog/all.yaml': madeUpEntities } });
    for (const [method, path, body, shape] of answers) {
      const response = await (method === 'GET' ? catalog.agent.get(path) : catalog.agent.post(path).send(body)).expect(200);
      const { issues = [] } = v.safeParse(shape, response.body);
      expect({ path, faults: issues.map(issue => `${v.getDotPath(issue)}: ${issue.message}`) }).toEqual({ path, faults: [] });
    }
    await catalog.stop();
  });
});
