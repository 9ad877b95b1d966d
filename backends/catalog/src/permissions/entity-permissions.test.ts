import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { MockPolicy, TestBackend } from '@portico/test-kit/backend';
import catalogPlugin from '../index.ts';

const radar = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: radar, annotations: { example.com/team: maps } }
spec: { type: service, lifecycle: production, owner: team }
`;

let folder: string;
let backend: TestBackend | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-permissions-'));
  await writeFile(join(folder, 'all.yaml'), radar);
});
afterEach(async () => {
  await backend?.stop();
  await rm(folder, { recursive: true });
});

async function start(permissions: MockPolicy = () => undefined): Promise<TestBackend> {
  const config = { catalog: { locations: [{ type: 'file', target: join(folder, 'all.yaml') }] } };
  backend = await startTestBackend({ features: [catalogPlugin], config, permissions });
  return backend;
}

const post = (body: JsonObject) => ({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('the catalog asks the policy', () => {
  test('before it reads an entity anew', async () => {
    const asked: unknown[] = [];
    const portal = await start(({ permission, resourceRef }, principal) => {
      asked.push([permission.name, resourceRef, principal.type]);
      return principal.type === 'user' ? 'DENY' : 'ALLOW';
    });
    const refresh = post({ entityRef: 'component:default/radar' });
    expect((await portal.fetch('/api/catalog/refresh', { ...refresh, as: mockCredentials.user() })).status).toBe(403);
    expect((await portal.fetch('/api/catalog/refresh', { ...refresh, as: mockCredentials.service('external:ci') })).status).toBe(200);
    expect(asked[0]).toEqual(['catalog.entity.refresh', 'component:default/radar', 'user']);
  });

  test('before it takes or gives up a location', async () => {
    const portal = await start();
    const location = post({ type: 'url', target: 'https://example.com/a.yaml' });
    expect((await portal.fetch('/api/catalog/locations', { ...location, as: mockCredentials.user() })).status).toBe(403);
    expect((await portal.fetch('/api/catalog/locations/x', { method: 'DELETE', as: mockCredentials.user() })).status).toBe(403);
  });
});

test('conditions on entities are applied by owner, kind, annotation and label', async () => {
  const portal = await start();
  const conditions = [
    { rule: 'IS_ENTITY_OWNER', params: { claims: ['group:default/team'] } },
    { rule: 'IS_OWNER', params: { claims: ['group:default/other'] } },
    { rule: 'IS_ENTITY_KIND', params: { kinds: ['component'] } },
    { rule: 'HAS_ANNOTATION', params: { annotation: 'example.com/team' } },
    { rule: 'HAS_ANNOTATION', params: { annotation: 'example.com/team', value: 'radios' } },
    { rule: 'HAS_LABEL', params: { label: 'example.com/team' } },
    { allOf: [{ rule: 'IS_ENTITY_KIND', params: { kinds: ['API', 'Component'] } }, { not: { rule: 'IS_OWNER', params: { claims: [] } } }] },
  ];
  const items = conditions.map((one, index) => ({ id: String(index), resourceRef: 'Component:radar', resourceType: 'catalog-entity', conditions: one }));
  const as = mockCredentials.service('plugin:permission');
  await portal.fetch('/api/catalog/entities', { as });
  const path = '/api/catalog/.well-known/backstage/permissions/apply-conditions';
  const response = await portal.fetch(path, { ...post({ items } as unknown as JsonObject), as });
  const answer = (await response.json()) as { items: { result: string }[] };
  expect(answer.items.map(({ result }) => result)).toEqual(['ALLOW', 'DENY', 'ALLOW', 'ALLOW', 'DENY', 'DENY', 'ALLOW']);
});
