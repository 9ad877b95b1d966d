import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseShape, remoteHealthSchema } from '@portico/contracts';
import { mockCredentials } from '@portico/test-kit/backend';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const user = (index: number): ReturnType<typeof mockCredentials.user> => mockCredentials.user({ userEntityRef: `user:default/u${index}` });
const admin = mockCredentials.admin();
const now = registryForEachTest();

beforeEach(async () => {
  await now.client.publish({ id: 'tech-radar', version: '1.0.0' });
});

const stable = async (): Promise<string | undefined> => (await now.client.versionsFor(admin))['tech-radar'];

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
    expect((await now.client.call('POST', '/telemetry', { events }, { as: user(index) })).status).toBe(204);
  }
}

async function reportAs(index: number, { version = '1.1.0', outcome, each }: { version?: string; outcome: string; each: number }): Promise<void> {
  const events = Array.from({ length: each }, () => ({ remote: 'tech-radar', version, outcome }));
  expect((await now.client.call('POST', '/telemetry', { events }, { as: user(index) })).status).toBe(204);
}

async function promote(version: string): Promise<void> {
  await now.client.publish({ id: 'tech-radar', version, page: version }, { query: '?channel=stable' });
}

describe('the error budget', () => {
  test('takes back a version that fails for enough people, writes it down, tells it, and lets it be', async () => {
    await promote('1.1.0');
    await report({ version: '1.1.0', users: 5, each: 4 });
    await now.registry.snapshotWhere(({ remotes }) => remotes[0]?.version === '1.0.0');
    const { body } = await now.client.call('GET', '/audit?action=channel.auto-rollback');
    expect(body.entries).toMatchObject([
      { actor: 'service:registry', note: expect.stringMatching(/^1\.1\.0 had \d+ errors in \d+ loads/), changes: [{ before: { version: '1.1.0' }, after: { version: '1.0.0' } }, {}] },
    ]);
    const events = await now.registry.fetch('/api/events?topics=registry.notice', { as: admin });
    let told = '';
    for await (const text of (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      told += text;
      if (told.includes('event: registry.notice')) break;
    }
    expect(told).toContain('"kind":"rolled-back","remote":"tech-radar","channel":"stable","from":"1.1.0","to":"1.0.0"');
    const { versions } = (await now.client.call('GET', '/remotes/tech-radar')).body;
    expect(versions[0]).toMatchObject({ version: '1.1.0', blocked: { reason: expect.stringContaining('errors') } });
    expect((await now.client.publish({ id: 'tech-radar', version: '1.1.0', page: '1.1.0' })).status).toBe(200);
    expect(await stable()).toBe('1.0.0');
  });

  test.each([
    ['of too few people', { users: 4, each: 10 }],
    ['in too few loads', { users: 5, each: 3 }],
    ['of overrides', { users: 6, each: 10, because: 'override' }],
    ['that nobody caught', { users: 6, each: 10, outcome: 'uncaught' }],
    ['made by a chaos switch', { users: 6, each: 10, because: 'chaos' }],
  ])('lets errors %s pass', async (_what, burst) => {
    await promote('1.1.0');
    await report({ version: '1.1.0', ...burst });
    // A change that comes later is there: so the look at the errors would have been.
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    expect(await stable()).toBe('1.1.0');
    expect((await now.client.call('GET', '/audit?actor=service:registry')).body.entries).toEqual([]);
  });

  test('lets a version be that is no worse than the one before', async () => {
    await report({ version: '1.0.0', users: 6, each: 10 });
    await promote('1.1.0');
    await report({ version: '1.1.0', users: 10, each: 5, outcome: 'loaded' });
    await report({ version: '1.1.0', users: 6, each: 3 });
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    expect(await stable()).toBe('1.1.0');
  });

  test('is not used up by one user who reports much, and not hidden by one', async () => {
    await promote('1.1.0');
    for (let index = 0; index < 20; index += 1) await reportAs(100 + index, { outcome: 'loaded', each: 4 });
    for (let index = 0; index < 5; index += 1) {
      await reportAs(index, { outcome: 'loaded', each: 3 });
      await reportAs(index, { outcome: 'failed', each: 1 });
    }
    for (let index = 0; index < 3; index += 1) await reportAs(99, { outcome: 'failed', each: 100 });
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    expect(await stable()).toBe('1.1.0');

    await promote('1.2.0');
    for (let index = 0; index < 3; index += 1) await reportAs(99, { version: '1.2.0', outcome: 'loaded', each: 100 });
    await report({ version: '1.2.0', users: 5, each: 4 });
    await now.registry.snapshotWhere(({ remotes }) => remotes[0]?.version === '1.1.0');
  });

  test('never brings back what was taken back: where nothing else is left it is only told', async () => {
    await now.client.publish({ id: 'tech-radar', version: '1.1.0', page: '2' });
    const canary = '/remotes/tech-radar/channels/canary';
    for (const version of ['1.1.0', '1.0.0']) await now.client.call('PUT', canary, { version, weight: 0 });
    await now.client.call('POST', '/remotes/tech-radar/rollback', { channel: 'canary' });
    await now.client.call('DELETE', canary);
    await now.client.call('PUT', '/remotes/tech-radar/channels/stable', { version: '1.1.0' });
    const { versions } = (await now.client.call('GET', '/remotes/tech-radar')).body;
    expect(versions.map(({ version, blocked }: { version: string; blocked?: object }) => [version, blocked !== undefined])).toEqual([['1.1.0', false], ['1.0.0', true]]);
    await report({ version: '1.1.0', users: 5, each: 5 });
    for (;;) if ((await now.client.call('GET', '/audit?outcome=alert')).body.entries.length > 0) break;
    expect(await stable()).toBe('1.1.0');
  });

  test('only says so where there is no earlier version', async () => {
    await report({ version: '1.0.0', users: 5, each: 5 });
    for (;;) {
      const { entries } = (await now.client.call('GET', '/audit?outcome=alert')).body;
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
    const { body } = await now.client.call('GET', '/remotes/tech-radar/health');
    expect(parseShape(remoteHealthSchema, body)).toMatchObject({ ok: true });
    expect(body.versions).toMatchObject([
      { version: '1.0.0', channels: ['stable'], loads: { count: 6, users: 3 }, renderErrors: { count: 2, users: 1 }, loadMs: { p50: 100, p75: 100 } },
    ]);
    expect(body.versions[0].errorRate).toBeCloseTo(1 / 3);
    expect(body.versions[0]).toMatchObject({ uncaught: { count: 0, users: 0 }, interfered: [] });
    expect(body.budget).toEqual({ windowMinutes: 5, users: 5, loads: 20, errorRate: 0.1 });
  });

  test('says what a version threw where nobody shows it, and what it changed for all plugins; neither is a load or counts as an error', async () => {
    const event = { remote: 'tech-radar', version: '1.0.0' };
    const events = [
      { ...event, outcome: 'uncaught', phase: 'rejection', code: 'TypeError' },
      { ...event, outcome: 'interfered', phase: 'evaluate', code: 'window.fetch' },
    ];
    for (const index of [1, 2]) expect((await now.client.call('POST', '/telemetry', { events }, { as: user(index) })).status).toBe(204);
    const { body } = await now.client.call('GET', '/remotes/tech-radar/health');
    expect(parseShape(remoteHealthSchema, body)).toMatchObject({ ok: true });
    expect(body.versions).toMatchObject([
      {
        loads: { count: 0 }, failures: { count: 0 }, renderErrors: { count: 0 }, uncaught: { count: 2, users: 2 },
        interfered: [{ what: 'window.fetch', count: 2 }], errors: [{ code: 'TypeError', count: 2 }],
      },
    ]);
    expect(body.versions[0].errorRate).toBeUndefined();
  });
});

test('reports are taken from people only, in the agreed shape', async () => {
  const events = [{ remote: 'tech-radar', version: '1.0.0', outcome: 'loaded' }];
  expect((await now.client.call('POST', '/telemetry', { events }, { as: mockCredentials.service() })).status).toBe(403);
  expect((await now.client.call('POST', '/telemetry', { events: [{ remote: 'x' }] })).status).toBe(400);
});

describe('reports that somebody makes up', () => {
  const versionsOf = async (): Promise<string[]> =>
    (await now.client.call('GET', '/remotes/tech-radar/health')).body.versions.map(({ version }: { version: string }) => version);

  test('about versions that nobody published are not kept', async () => {
    const events = Array.from({ length: 100 }, (_, index) => ({ remote: 'tech-radar', version: `9.0.${index}`, outcome: 'failed' }));
    const more = [{ remote: 'tech-radar', version: '<img src=x>', outcome: 'loaded' }, { remote: 'constructor', version: '1.0.0', outcome: 'loaded' }];
    for (const told of [events, more]) expect((await now.client.call('POST', '/telemetry', { events: told }, { as: user(1) })).status).toBe(204);
    await reportAs(2, { version: '1.0.0', outcome: 'loaded', each: 1 });
    expect(await versionsOf()).toEqual(['1.0.0']);
  });

  test('about a remote that is not theirs take nothing back', async () => {
    await promote('1.1.0');
    await now.client.call('PATCH', '/remotes/tech-radar', { audience: ['group:default/payments'] }, { headers: { 'if-match': '*' } });
    await report({ version: '1.1.0', users: 6, each: 10 });
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    const { channels } = (await now.client.call('GET', '/remotes/tech-radar')).body;
    expect(channels).toMatchObject([{ channel: 'stable', version: '1.1.0' }]);
    expect((await now.client.call('GET', '/audit?actor=service:registry')).body.entries).toEqual([]);
  });

  test('in too many requests are turned away, those of others are not', async () => {
    await now.startAnew({ telemetry: { perMinute: 3 } });
    const post = (as: number) => now.client.call('POST', '/telemetry', { events: [] }, { as: user(as) });
    const statuses = [];
    for (let index = 0; index < 8; index += 1) statuses.push((await post(1)).status);
    // A minute may end between two of them, once.
    expect(statuses.filter(status => status === 204).length).toBeLessThanOrEqual(6);
    expect(statuses).toContain(429);
    expect((await post(2)).status).toBe(204);
  });

  test('in a batch of more than a hundred, or of more than 100 kB, are refused', async () => {
    const event = { remote: 'tech-radar', version: '1.0.0', outcome: 'loaded' };
    const send = async (events: object[]): Promise<number> => (await now.client.call('POST', '/telemetry', { events }, { as: user(1) })).status;
    expect(await send(Array.from({ length: 101 }, () => event))).toBe(400);
    expect(await send(Array.from({ length: 5000 }, () => event))).toBe(413);
  });
});
