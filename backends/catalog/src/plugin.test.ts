import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { coreServices, createServiceFactory } from '@portico/backend-framework';
import type { EventsService } from '@portico/backend-framework';
import type { Entity } from '@portico/plugin-catalog-common';
import { catalogRevisionTopic } from '@portico/plugin-catalog-common';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import catalogPlugin from './index.ts';
import { component } from './testing/start-catalog.ts';

let folder: string;
let backend: TestBackend | undefined;
let nextRevision = Promise.withResolvers<unknown>();

const events: EventsService = {
  publish: (topic, payload) => {
    if (topic !== catalogRevisionTopic) return;
    const announced = nextRevision;
    nextRevision = Promise.withResolvers();
    announced.resolve(payload);
  },
  subscribe: () => () => undefined,
};

const section = (file: string) => ({ catalog: { locations: [{ type: 'file', target: join(folder, file) }] } });

async function start(file = 'catalog/*.yaml'): Promise<TestBackend> {
  backend = await startTestBackend({
    features: [catalogPlugin],
    config: section(file),
    dataDirectory: join(folder, 'data'),
    services: [createServiceFactory({ service: coreServices.events, deps: {}, factory: () => events })],
  });
  return backend;
}

async function names(running: TestBackend): Promise<string[]> {
  const response = await running.fetch('/api/catalog/entities?filter=kind=component', { as: mockCredentials.user() });
  return ((await response.json()) as Entity[]).map(entity => entity.metadata.name).toSorted();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-plugin-'));
  await mkdir(join(folder, 'catalog'));
  await writeFile(join(folder, 'catalog/a.yaml'), component('first'));
});
afterEach(async () => {
  await backend?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('nobody sees an empty catalog at the first start, and without sign-in nobody sees anything', async () => {
  const running = await start();
  expect(await names(running)).toEqual(['first']);
  expect((await running.fetch('/api/catalog/entities')).status).toBe(401);
});

test('an edited file shows by itself, and is announced', async () => {
  const running = await start();
  await names(running);
  const announced = nextRevision.promise;
  await writeFile(join(folder, 'catalog/b.yaml'), component('second'));
  expect(await announced).toEqual({ revision: expect.any(Number) });
  expect(await names(running)).toEqual(['first', 'second']);
});

test('a change of the configuration is followed without a restart', async () => {
  const running = await start();
  await names(running);
  const announced = nextRevision.promise;
  await writeFile(join(folder, 'other.yaml'), component('other'));
  running.changeConfig(section('other.yaml'));
  await announced;
  expect(await names(running)).toEqual(['other']);
});

test('after a restart the entities are there with the same uids', async () => {
  const ask = async (running: TestBackend) => {
    const response = await running.fetch('/api/catalog/entities/by-name/component/default/first', { as: mockCredentials.user() });
    return (await response.json()) as Entity;
  };
  const running = await start();
  await names(running);
  const before = await ask(running);
  await running.stop();
  expect(await ask(await start())).toEqual(before);
});

test('calls of a later form of the plugin are unknown', async () => {
  const running = await start();
  const as = mockCredentials.admin();
  for (const [method, path] of [
    ['POST', '/locations'],
    ['DELETE', '/locations/1'],
    ['DELETE', '/entities/by-uid/1'],
    ['POST', '/analyze-location'],
  ] as const) {
    expect((await running.fetch(`/api/catalog${path}`, { method, as })).status).toBe(404);
  }
});

test('the log says who had an entity read anew', async () => {
  const running = await start();
  await names(running);
  const as = mockCredentials.user();
  const body = JSON.stringify({ entityRef: 'component:default/first' });
  const headers = { 'content-type': 'application/json' };
  const response = await running.fetch('/api/catalog/refresh', { method: 'POST', as, body, headers });
  const event = running.log.find(line => line.isAuditEvent && line.eventId === 'entity-refresh' && line.status !== 'initiated');
  expect([response.status, event]).toMatchObject([200, { status: 'succeeded', meta: { entityRef: 'component:default/first' } }]);
  expect(event?.actor).toMatchObject({ actorId: expect.stringMatching(/^user:/) });
});
