import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '@portico/config';
import { mockCredentials, testDatabases } from '@portico/test-kit/backend';
import { createWorkshop } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import type { RegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

const databases = testDatabases.create({ ids: ['postgres', 'mariadb'] });
const user = mockCredentials.user();
let workshop: FakeWorkshop;
let replicas: TestRegistry[];
let clients: RegistryClient[];

afterAll(() => databases.stop());

describe.each(databases.ids)('two replicas on %s', id => {
  beforeEach(async () => {
    workshop = createWorkshop();
    const database = await databases.config(id);
    const start = (): Promise<TestRegistry> => startRegistry(workshop, { pollIntervalMs: 100, further: database as JsonObject });
    replicas = await Promise.all([start(), start()]);
    clients = replicas.map(createRegistryClient);
  });

  afterEach(async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    workshop.remove();
  });

  test('show a change of one to the sessions of both, its files included', async () => {
    const [here, there] = clients as [RegistryClient, RegistryClient];
    const other = replicas[1] as TestRegistry;
    const events = await other.fetch('/api/events?topics=registry.revision', { as: user });
    expect((await here.publish({ id: 'tech-radar', version: '1.0.0' })).status).toBe(201);
    const { body } = await here.call('GET', '/snapshot');
    for await (const text of (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      // Changes that come close together are told as one.
      const revisions = [...text.matchAll(/"revision":(\d+)/g)].map(([, revision]) => Number(revision));
      if (revisions.some(revision => revision >= body.revision)) break;
    }
    expect(await there.versionsFor(user)).toEqual({ 'tech-radar': '1.0.0' });
    expect((await other.fetch('/remotes/tech-radar/1.0.0/page.0a1b2c3d.js', { as: user })).status).toBe(200);
    await there.publish({ id: 'tech-radar', version: '1.1.0', page: '2' }, { query: '?channel=stable' });
    await (replicas[0] as TestRegistry).snapshotWhere(({ remotes }) => remotes[0]?.version === '1.1.0');
    await here.call('POST', '/remotes/tech-radar/rollback');
    await other.snapshotWhere(({ remotes }) => remotes[0]?.version === '1.0.0');
  });

  test('give what one of them told to a session that asks the other, also before that one looks by itself', async () => {
    const database = await databases.config(id);
    const slow = (): Promise<TestRegistry> => startRegistry(workshop, { pollIntervalMs: 3_600_000, further: database as JsonObject });
    const [first, second] = [await slow(), await slow()];
    try {
      const changing = createRegistryClient(first);
      expect((await second.snapshot()).remotes).toEqual([]);
      await changing.publish({ id: 'tech-radar', version: '1.0.0' });
      expect((await second.snapshot()).remotes).toMatchObject([{ version: '1.0.0' }]);
      await changing.publish({ id: 'tech-radar', version: '1.1.0', page: '2' }, { query: '?channel=stable' });
      await changing.call('POST', '/remotes/tech-radar/rollback');
      expect((await second.snapshot()).remotes).toMatchObject([{ version: '1.0.0' }]);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });

  test('make one of many publishers of one version the first', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => clients[index % 2]?.publish({ id: 'tech-radar', version: '1.0.0', page: `${index % 4}` })),
    );
    const count = (status: number): number => answers.filter(answer => answer?.status === status).length;
    expect([count(201), count(200) + count(409)]).toEqual([1, 39]);
  });

  test('give everyone the first version only, also where one has not heard of it yet', async () => {
    const [here, there] = clients as [RegistryClient, RegistryClient];
    await here.publish({ id: 'tech-radar', version: '1.0.0' });
    await there.publish({ id: 'tech-radar', version: '1.1.0', page: '2' });
    for (const replica of replicas) await replica.snapshotWhere(({ remotes }) => remotes[0]?.version === '1.0.0');
    expect((await there.call('GET', '/remotes/tech-radar')).body.channels).toMatchObject([{ channel: 'stable', version: '1.0.0', previous: [] }]);
  });

  test('lose no update', async () => {
    const [here] = clients as [RegistryClient];
    for (const version of ['1.0.0', '1.1.0', '1.2.0']) await here.publish({ id: 'tech-radar', version, page: version });
    const other = replicas[1] as TestRegistry;
    await other.snapshotWhere(({ remotes }) => remotes.length === 1);
    const { etag } = (await here.call('GET', '/remotes/tech-radar')).body.channels[0];
    const headers = { 'if-match': `"${etag}"` };
    const moves = ['1.1.0', '1.2.0'].map((version, index) =>
      clients[index]?.call('PUT', '/remotes/tech-radar/channels/stable', { version }, { headers }),
    );
    expect((await Promise.all(moves)).map(answer => answer?.status).sort()).toEqual([200, 412]);
  });
});
