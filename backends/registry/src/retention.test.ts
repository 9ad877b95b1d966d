import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { parseShape, retentionPlanSchema } from '@portico/contracts';
import { mockCredentials, testDatabases } from '@portico/test-kit/backend';
import { createWorkshop } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import type { Answer, RegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

const databases = testDatabases.create();
const user = mockCredentials.user();
const retention = { previousVersions: 1, newestVersions: 1, unusedDays: 0 };
let workshop: FakeWorkshop;
let replicas: TestRegistry[];
let client: RegistryClient;
let other: RegistryClient;

const codeOf = (answer: Answer): string => answer.body.error.code;

afterAll(() => databases.stop());

async function versions(): Promise<string[]> {
  const { body } = await client.call('GET', '/remotes/tech-radar');
  return body.versions.map((one: { version: string }) => one.version).sort();
}

async function publish(version: string, query = ''): Promise<Answer> {
  return client.publish({ id: 'tech-radar', version, page: version }, { query });
}

const say = (body: object): Promise<Answer> => client.call('POST', '/telemetry', { events: [], session: 'session-1', ...body }, { as: user });

/** Has one of the replicas sweep, and waits until it is done. */
async function sweep(): Promise<void> {
  const tasks = '/.backstage/scheduler/v1/tasks';
  const started = await client.call('POST', `${tasks}/sweep-artifacts/trigger`);
  expect(started.status).toBeLessThan(300);
  for (;;) {
    const { body } = await client.call('GET', tasks);
    const task = body.tasks.find((one: { taskId: string }) => one.taskId === 'sweep-artifacts');
    if (task.status === 'idle' && task.lastRunEndedAt) return expect(task.lastRunError).toBeUndefined();
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe.each(databases.ids)('retention on %s', id => {
  beforeEach(async () => {
    workshop = createWorkshop();
    const further = (await databases.config(id)) as JsonObject;
    const start = (): Promise<TestRegistry> => startRegistry(workshop, { pollIntervalMs: 100, retention, quotaVersions: 6, further });
    replicas = id === 'sqlite' ? [await start()] : await Promise.all([start(), start()]);
    [client, other] = [replicas[0], replicas.at(-1)].map(one => createRegistryClient(one as TestRegistry)) as [RegistryClient, RegistryClient];
    for (const version of ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0']) await publish(version);
    // The other replica has heard of all of it.
    while ((await other.call('GET', '/remotes/tech-radar')).body.versions?.length !== 5);
  });

  afterEach(async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    workshop.remove();
  });

  test('takes away what nobody gets or runs, files included, after saying so', async () => {
    await client.call('PUT', '/remotes/tech-radar/channels/stable', { version: '1.2.0' });
    await say({ running: [{ remote: 'tech-radar', version: '1.1.0' }] });
    const { body } = await client.call('GET', '/retention?remote=tech-radar', undefined, { as: user });
    expect(parseShape(retentionPlanSchema, body)).toMatchObject({ ok: true });
    expect(body.remotes[0].goes.map((one: { version: string }) => one.version)).toEqual(['1.3.0']);
    expect(await versions()).toHaveLength(5);
    await sweep();
    expect(await versions()).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.4.0']);
    expect((await client.call('GET', '/retention')).body).toMatchObject({ bytes: 0, orphans: 0 });
    const { entries } = (await client.call('GET', '/audit?action=version.sweep')).body;
    expect(entries).toMatchObject([{ actor: 'service:registry', remote: 'tech-radar', undoable: false, changes: [{ subject: 'version 1.3.0', after: null }] }]);
    const [last] = replicas.slice(-1) as [TestRegistry];
    const statusOf = async (version: string): Promise<number> => (await last.fetch(`/remotes/tech-radar/${version}/page.0a1b2c3d.js`, { as: user })).status;
    expect([await statusOf('1.0.0'), await statusOf('1.1.0')]).toEqual([200, 200]);
    while ((await statusOf('1.3.0')) !== 404);
    // Rollbacks go to what is there, also one that was before what is gone.
    expect((await client.call('POST', '/remotes/tech-radar/rollback')).status).toBe(200);
    expect((await client.versionsFor(user))['tech-radar']).toBe('1.0.0');
  });

  test('makes room for a version by taking away what nobody uses, and refuses it where all is used', async () => {
    await publish('1.5.0');
    expect((await publish('1.6.0')).status).toBe(201);
    expect(await versions()).toEqual(['1.0.0', '1.5.0', '1.6.0']);
    for (const version of ['1.7.0', '1.8.0', '1.9.0']) await publish(version);
    const all = await versions();
    await say({ running: all.map(version => ({ remote: 'tech-radar', version })) });
    const refused = await other.publish({ id: 'tech-radar', version: '2.0.0', page: '2' });
    expect([refused.status, codeOf(refused)]).toEqual([413, 'REGISTRY_QUOTA_USED_UP']);
    expect(refused.body.error.message).toMatch(/at most 6 with 512 MB together, got 6 with 0 MB and a new one with 0 MB/);
    expect(await versions()).toEqual(all);
    expect((await client.call('GET', '/remotes/tech-radar')).body.storage).toMatchObject({ versions: 6, mostVersions: 6 });
  });

  test('a version that is gone can be published again with the same bytes only', async () => {
    await sweep();
    expect(await versions()).toEqual(['1.0.0', '1.4.0']);
    const others = await client.publish({ id: 'tech-radar', version: '1.1.0', page: 'other' });
    expect([others.status, codeOf(others)]).toEqual([409, 'REGISTRY_VERSION_EXISTS']);
    expect((await publish('1.1.0')).status).toBe(201);
    const { entries } = (await client.call('GET', '/audit?action=version.publish&limit=1')).body;
    expect(entries[0].changes[0].subject).toBe('version 1.1.0');
  });

  test('publishes and promotions beside sweeps leave no channel without its version and no version without its files', async () => {
    const work = Array.from({ length: 12 }, async (_, index) => {
      const version = `3.${index}.0`;
      const made = await (index % 2 ? client : other).publish({ id: 'tech-radar', version, page: `${index % 3}` }, { query: index % 3 ? '' : '?channel=stable' });
      return [version, made.status] as const;
    });
    const sweeps = Array.from({ length: 3 }, () => client.call('POST', '/.backstage/scheduler/v1/tasks/sweep-artifacts/trigger'));
    const made = await Promise.all(work);
    await Promise.all(sweeps);
    expect(made.filter(([, status]) => ![201, 413].includes(status))).toEqual([]);
    const { body } = await client.call('GET', '/remotes/tech-radar');
    const kept = body.versions.map((one: { version: string }) => one.version);
    expect(kept).toContain(body.channels[0].version);
    for (const version of kept) {
      const manifest = await (replicas[0] as TestRegistry).fetch(`/remotes/tech-radar/${version}/portico-plugin.json`, { as: user });
      if (manifest.status === 404) continue;
      for (const { path } of ((await manifest.json()) as { assets: { path: string }[] }).assets) {
        const file = await (replicas[0] as TestRegistry).fetch(`/remotes/tech-radar/${version}/${path}`, { as: user });
        const isGone = !(await versions()).includes(version);
        expect([200, isGone ? 404 : 200]).toContain(file.status);
      }
    }
  });

  test('a version in use is not deleted by hand either, and nobody is given one that is gone', async () => {
    await say({ running: [{ remote: 'tech-radar', version: '1.1.0' }] });
    const remove = (version: string): Promise<Answer> => other.call('DELETE', `/remotes/tech-radar/versions/${version}`);
    expect(codeOf(await remove('1.1.0'))).toBe('REGISTRY_VERSION_IN_USE');
    const { audit } = (await client.call('PUT', '/remotes/tech-radar/channels/stable', { version: '1.2.0' })).body;
    expect(codeOf(await remove('1.2.0'))).toBe('REGISTRY_VERSION_IN_USE');
    expect((await remove('1.0.0')).status).toBe(204);
    expect(codeOf(await client.call('POST', `/audit/${audit}/undo`))).toBe('REGISTRY_VERSION_GONE');
    expect((await client.call('PUT', '/remotes/tech-radar/channels/stable', { version: '1.0.0' })).status).toBe(404);
  });
});
