import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseShape, remoteHealthSchema } from '@portico/contracts';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import type { RegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

const user = (index: number): ReturnType<typeof mockCredentials.user> => mockCredentials.user({ userEntityRef: `user:default/u${index}` });
const admin = mockCredentials.admin();
let workshop: FakeWorkshop;
let registry: TestRegistry;
let client: RegistryClient;

beforeEach(async () => {
  workshop = createWorkshop();
  registry = await startRegistry(workshop);
  client = createRegistryClient(registry);
  await client.publish({ id: 'tech-radar', version: '1.0.0' });
});

afterEach(async () => {
  await registry.stop();
  workshop.remove();
});

const stable = async (): Promise<string | undefined> => (await client.versionsFor(admin))['tech-radar'];

interface Burst {
  readonly version: string;
  readonly users: number;
  readonly each: number;
  readonly outcome?: string;
  readonly because?: string;
}

async function report({ version, users, each, outcome = 'failed', because }: Burst): Promise<void> {
  const event = { remote: 'tech-radar', version, outcome, ...(outcome === 'loaded' ? { ms: 100 } : { code: 'LOADER_ENTRY_BROKEN' }), ...(because ? { because } : {}) };
  for (let index = 0; index < users; index += 1) {
    const events = Array.from({ length: each }, () => event);
    expect((await client.call('POST', '/telemetry', { events }, { as: user(index) })).status).toBe(204);
  }
}

async function promote(version: string): Promise<void> {
  await client.publish({ id: 'tech-radar', version, page: version }, { query: '?channel=stable' });
}

describe('the error budget', () => {
  test('takes back a version that fails for enough people, writes it down, tells it, and lets it be', async () => {
    await promote('1.1.0');
    await report({ version: '1.1.0', users: 5, each: 4 });
    await registry.snapshotWhere(({ remotes }) => remotes[0]?.version === '1.0.0');
    const { body } = await client.call('GET', '/audit?action=channel.auto-rollback');
    expect(body.entries).toMatchObject([
      { actor: 'service:registry', note: expect.stringMatching(/^1\.1\.0 had \d+ errors in \d+ loads/), changes: [{ before: { version: '1.1.0' }, after: { version: '1.0.0' } }, {}] },
    ]);
    const events = await registry.fetch('/api/events?topics=registry.notice', { as: admin });
    let told = '';
    for await (const text of (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      told += text;
      if (told.includes('event: registry.notice')) break;
    }
    expect(told).toContain('"kind":"rolled-back","remote":"tech-radar","channel":"stable","from":"1.1.0","to":"1.0.0"');
    const { versions } = (await client.call('GET', '/remotes/tech-radar')).body;
    expect(versions[0]).toMatchObject({ version: '1.1.0', blocked: { reason: expect.stringContaining('errors') } });
    expect((await client.publish({ id: 'tech-radar', version: '1.1.0', page: '1.1.0' })).status).toBe(200);
    expect(await stable()).toBe('1.0.0');
  });

  test.each([
    ['of too few people', { users: 4, each: 10 }],
    ['in too few loads', { users: 5, each: 3 }],
    ['of overrides', { users: 6, each: 10, because: 'override' }],
    ['made by a chaos switch', { users: 6, each: 10, because: 'chaos' }],
  ])('lets errors %s pass', async (_what, burst) => {
    await promote('1.1.0');
    await report({ version: '1.1.0', ...burst });
    // A change that comes later is there: so the look at the errors would have been.
    await client.publish({ id: 'scores', version: '1.0.0' });
    expect(await stable()).toBe('1.1.0');
    expect((await client.call('GET', '/audit?actor=service:registry')).body.entries).toEqual([]);
  });

  test('lets a version be that is no worse than the one before', async () => {
    await report({ version: '1.0.0', users: 6, each: 10 });
    await promote('1.1.0');
    await report({ version: '1.1.0', users: 10, each: 5, outcome: 'loaded' });
    await report({ version: '1.1.0', users: 6, each: 3 });
    await client.publish({ id: 'scores', version: '1.0.0' });
    expect(await stable()).toBe('1.1.0');
  });

  test('only says so where there is no earlier version', async () => {
    await report({ version: '1.0.0', users: 5, each: 5 });
    for (;;) {
      const { entries } = (await client.call('GET', '/audit?outcome=alert')).body;
      if (entries.length === 0) continue;
      expect(entries).toMatchObject([{ action: 'version.alert', remote: 'tech-radar', note: expect.stringContaining('no earlier version') }]);
      break;
    }
    expect(await stable()).toBe('1.0.0');
  });
});

describe('GET /remotes/:id/health', () => {
  test('says how each version fares', async () => {
    await report({ version: '1.0.0', users: 3, each: 2, outcome: 'loaded' });
    await report({ version: '1.0.0', users: 1, each: 2, outcome: 'render-error' });
    const { body } = await client.call('GET', '/remotes/tech-radar/health');
    expect(parseShape(remoteHealthSchema, body)).toMatchObject({ ok: true });
    expect(body.versions).toMatchObject([
      { version: '1.0.0', channels: ['stable'], loads: { count: 6, users: 3 }, renderErrors: { count: 2, users: 1 }, loadMs: { p50: 100, p75: 100 } },
    ]);
    expect(body.versions[0].errorRate).toBeCloseTo(1 / 3);
    expect(body.budget).toEqual({ windowMinutes: 5, users: 5, loads: 20, errorRate: 0.1 });
  });
});

test('reports are taken from people only, in the agreed shape', async () => {
  const events = [{ remote: 'tech-radar', version: '1.0.0', outcome: 'loaded' }];
  expect((await client.call('POST', '/telemetry', { events }, { as: mockCredentials.service() })).status).toBe(403);
  expect((await client.call('POST', '/telemetry', { events: [{ remote: 'x' }] })).status).toBe(400);
});
