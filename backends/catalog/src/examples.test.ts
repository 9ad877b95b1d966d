import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Entity } from '@portico/plugin-catalog-common';
import { allowAll, startCatalog } from './testing/start-catalog.ts';
import type { StartedCatalog } from './testing/start-catalog.ts';

const examples = resolve(import.meta.dirname, '../examples/all.yaml');
let catalog: StartedCatalog;
beforeAll(async () => {
  catalog = await startCatalog({ section: { rules: allowAll, locations: [{ type: 'file', target: examples }] } });
});
afterAll(() => catalog.stop());

test('the example catalog has no problems', async () => {
  expect(await catalog.problems()).toEqual([]);
});

test('every relation of the example catalog leads to an entity', async () => {
  const entities = (await catalog.agent.get('/entities')).body as Entity[];
  const refs = new Set(entities.map(({ kind, metadata }) => `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase()));
  const loose = entities.flatMap(({ metadata, relations = [] }) =>
    relations
      .filter(({ targetRef }) => !refs.has(targetRef))
      .map(({ type, targetRef }) => `${metadata.name} ${type} ${targetRef}`),
  );
  expect(loose).toEqual([]);
});

test('it has every kind, a guest who belongs to a group, and names with dots', async () => {
  const { body } = await catalog.agent.get('/entity-facets?facet=kind&facet=spec.type');
  const kinds = Object.fromEntries(
    (body.facets.kind as { value: string; count: number }[]).map(({ value, count }) => [value, count]),
  );
  expect(Object.keys(kinds)).toEqual(['API', 'Component', 'Domain', 'Group', 'Location', 'Resource', 'System', 'User']);
  expect((await catalog.entity('user:default/guest'))?.relations).toContainEqual({
    type: 'memberOf',
    targetRef: 'group:default/platform',
  });
  expect((await catalog.entity('component:default/fraud.scoring.v2'))?.metadata.title).toBe('Fraud Scoring 2');
  const types = (body.facets['spec.type'] as { value: string }[]).map(({ value }) => value);
  expect(types).toEqual(expect.arrayContaining(['openapi', 'grpc', 'graphql', 'asyncapi']));
});
