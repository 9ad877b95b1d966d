import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import type { MockCredentials } from '@portico/test-kit/backend';
import { createWorkshop } from '../fixtures/fake-remote.ts';
import type { FakeWorkshop } from '../fixtures/fake-remote.ts';
import { createRegistryClient } from '../fixtures/registry-client.ts';
import type { RegistryClient } from '../fixtures/registry-client.ts';
import { startRegistry } from '../fixtures/start-registry.ts';
import type { RegistryTestConfig, TestRegistry } from '../fixtures/start-registry.ts';

const admin = mockCredentials.admin();
const viewer = mockCredentials.user({ userEntityRef: 'user:default/vera' });
const publisher = mockCredentials.user({
  userEntityRef: 'user:default/paula',
  ownershipEntityRefs: ['user:default/paula', 'group:default/insight'],
  roles: ['remote-publisher'],
});
const ids = ['radar', 'costs'];
let workshop: FakeWorkshop;
let registry: TestRegistry;
let client: RegistryClient;

beforeEach(() => void (workshop = createWorkshop()));
afterEach(async () => {
  await registry.stop();
  workshop.remove();
});

async function start(permissions?: RegistryTestConfig['permissions']): Promise<void> {
  registry = await startRegistry(workshop, permissions ? { permissions } : {});
  client = createRegistryClient(registry);
  await client.call('POST', '/remotes', { id: 'radar', owner: 'group:default/insight' });
  await client.call('POST', '/remotes', { id: 'costs', owner: 'group:default/money' });
  for (const id of ids) for (const version of ['1.0.0', '1.1.0']) await client.publish({ id, version, page: version }, { query: '?channel=stable' });
}

type Who = MockCredentials<unknown>;

/** What the list says somebody may do, by remote. */
async function listed(as: Who): Promise<Record<string, string[]>> {
  const { body } = await client.call('GET', '/remotes', undefined, { as });
  return Object.fromEntries(body.remotes.map((remote: { id: string; may: string[] }) => [remote.id, remote.may]));
}

/** What somebody may do, by trying it. Nothing of it changes who may do what. */
async function tried(as: Who, id: string): Promise<string[]> {
  const attempts: Record<string, readonly [string, string, unknown]> = {
    publish: ['DELETE', `/remotes/${id}/versions/9.9.9`, undefined],
    promote: ['PUT', `/remotes/${id}/channels/stable`, { version: '1.0.0' }],
    rollback: ['POST', `/remotes/${id}/rollback`, { to: '9.9.9' }],
    disable: ['PATCH', `/remotes/${id}`, {}],
  };
  const done: string[] = [];
  for (const [name, [method, path, body]] of Object.entries(attempts)) {
    const { status } = await client.call(method, path, body, { as, headers: { 'if-match': '*' } });
    if (status !== 403) done.push(name);
  }
  return done;
}

const policies: readonly (readonly [string, RegistryTestConfig['permissions']])[] = [
  ['of the ready-made roles', undefined],
  [
    'that lets everybody promote and nobody roll back',
    ({ permission }) => (permission.name === 'registry.remote.promote' ? 'ALLOW' : permission.name === 'registry.remote.rollback' ? 'DENY' : undefined),
  ],
];

describe.each(policies)('with a policy %s', (_what, policy) => {
  test('what somebody may do is listed as it is decided', async () => {
    await start(policy);
    for (const as of [viewer, publisher, admin]) {
      const lists = await listed(as);
      for (const id of ids) {
        const { body } = await client.call('GET', `/remotes/${id}`, undefined, { as });
        expect(body.may).toEqual(lists[id]);
        const without = lists[id]?.filter(name => name !== 'override');
        expect(without).toEqual(await tried(as, id));
      }
    }
  });
});

test('a viewer looks, a publisher acts on what it owns, an admin on all', async () => {
  await start();
  const all = ['publish', 'promote', 'rollback', 'disable', 'override'];
  expect(await listed(viewer)).toEqual({ radar: [], costs: [] });
  expect(await listed(publisher)).toEqual({ radar: all, costs: [] });
  expect(await listed(admin)).toEqual({ radar: all, costs: all });
  const mayRegister = async (as: Who): Promise<unknown> => (await client.call('GET', '/remotes', undefined, { as })).body.may;
  expect([await mayRegister(viewer), await mayRegister(publisher), await mayRegister(admin)]).toEqual([[], ['register'], ['register']]);
});

test('only those who may take a change back are told that it can be taken back', async () => {
  await start();
  const undoable = async (as: Who): Promise<unknown> => {
    const { body } = await client.call('GET', '/audit?action=channel.move', undefined, { as });
    return body.entries.map((entry: { remote: string; undoable: boolean }) => [entry.remote, entry.undoable]);
  };
  for (const id of ids) await client.call('PUT', `/remotes/${id}/channels/stable`, { version: '1.0.0' });
  expect(await undoable(viewer)).toEqual([['costs', false], ['radar', false]]);
  expect(await undoable(publisher)).toEqual([['costs', false], ['radar', true]]);
  expect(await undoable(admin)).toEqual([['costs', true], ['radar', true]]);
});

test('a program that may publish does not say who else may, nor what its versions are held against', async () => {
  await start();
  const ci = mockCredentials.service('external:ci', ['remote-publisher']) as Who;
  const patch = (as: Who, change: object) => client.call('PATCH', '/remotes/radar', change, { as, headers: { 'if-match': '*' } });
  const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const given = await patch(publisher, { publishers: ['external:ci'], publisherKey: key });
  expect(given.status).toBe(200);
  expect((await patch(ci, { title: 'Radar' })).status).toBe(200);
  for (const change of [{ publisherKey: null }, { publishers: ['external:other'] }, { owner: 'group:default/money' }, { title: 'Radar', owner: null }]) {
    expect(await patch(ci, change)).toMatchObject({ status: 403, body: { error: { code: 'REGISTRY_PERMISSION_MISSING' } } });
  }
  expect((await client.call('POST', `/audit/${given.body.audit}/undo`, undefined, { as: ci })).status).toBe(403);
  expect((await client.call('GET', '/audit?outcome=refused&actor=external:ci')).body.entries).toHaveLength(5);
  expect((await client.call('GET', '/remotes/radar')).body).toMatchObject({ title: 'Radar', owner: 'group:default/insight', publishers: ['external:ci'], publisherKey: key });
});
