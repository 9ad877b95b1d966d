import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { FakeEndpoint } from '../fixtures/answers.ts';
import { fakeFetch, publicConfig, session } from '../fixtures/answers.ts';
import { aRemote } from '../fixtures/remotes.ts';
import { discover } from './discover.ts';
import type { DiscoveryOptions } from './discover.ts';
import { createLastPortals } from './last-portal.ts';
import { configUrl, sessionUrl, snapshotUrl } from './read-endpoints.ts';

const now = () => Date.parse('2026-01-02T03:04:05.000Z');
const snapshot = { revision: 7, remotes: [aRemote()] };
const working: Record<string, FakeEndpoint> = {
  [configUrl]: { body: publicConfig },
  [sessionUrl]: { body: session },
  [snapshotUrl]: { body: snapshot, etag: '"7"' },
};

function setUp(endpoints: Record<string, FakeEndpoint> = {}, expectsSession = true) {
  const server = fakeFetch({ ...working, ...endpoints });
  const options = {
    fetch: server.fetch,
    ...(expectsSession ? { firstSnapshot: snapshotUrl } : {}),
    storage: localStorage,
    lastPortals: createLastPortals(localStorage, now),
    now,
  };
  return { ...server, options, run: (changed: DiscoveryOptions = options) => discover(changed) };
}

beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

describe('discover', () => {
  test('asks for everything side by side when the page came with a session', async () => {
    const { run, asked } = setUp();
    const found = run();
    expect(asked).toEqual([configUrl, sessionUrl, snapshotUrl]);
    expect(await found).toEqual({ kind: 'ready', config: publicConfig, session, snapshot, etag: '"7"' });
  });

  test('asks for the snapshot after the session when there was none', async () => {
    const { run, asked } = setUp({}, false);
    const found = run();
    expect(asked).toEqual([configUrl, sessionUrl]);
    expect((await found).kind).toBe('ready');
    expect(asked).toEqual([configUrl, sessionUrl, snapshotUrl]);
  });

  test('asks again when the snapshot was refused while the session was being made', async () => {
    let times = 0;
    const { run } = setUp({ [snapshotUrl]: () => ((times += 1) === 1 ? { status: 401, body: {} } : { body: snapshot }) });
    expect(await run()).toMatchObject({ kind: 'ready', snapshot: { revision: 7 } });
  });

  test('goes on with outlines where the page asked for no more, and keeps nothing of that for later', async () => {
    const { id, version, title, routes, navigation } = aRemote({ id: 'other' });
    const first = `${snapshotUrl}?at=/radar`;
    const { run, options } = setUp({ [first]: { body: { ...snapshot, outlines: [{ id, version, title, routes, navigation }] }, etag: '"part"' } });
    const found = await run({ ...options, firstSnapshot: first });
    expect(found).toMatchObject({ kind: 'ready', snapshot: { outlined: true, remotes: [{ id: 'radar' }, { id: 'other', outline: true }] } });
    expect(found).not.toHaveProperty('etag');
    expect(Object.keys(localStorage).filter(key => key.startsWith('portico:snapshot'))).toEqual([]);
  });

  test('leads to the sign-in page without a session', async () => {
    const { run, asked } = setUp({ [sessionUrl]: { status: 401, body: {} } }, false);
    expect(await run()).toEqual({ kind: 'signed-out', config: publicConfig });
    expect(asked).not.toContain(snapshotUrl);
  });

  test('falls back on the last good snapshot of the user, with its moment', async () => {
    await setUp().run();
    const { run } = setUp({ [snapshotUrl]: { status: 503, body: {} } });
    expect(await run()).toMatchObject({ kind: 'ready', snapshot: { revision: 7 }, staleSince: '2026-01-02T03:04:05.000Z' });
  });

  test('fails without one', async () => {
    const { run } = setUp({ [snapshotUrl]: 'down' });
    expect(await run()).toMatchObject({ kind: 'failed', error: { code: 'LOADER_ANSWER_UNREACHABLE' } });
  });

  test('starts from what it remembers while all backends are down, until the session of then has ended', async () => {
    await setUp().run();
    const down = { [configUrl]: 'down', [sessionUrl]: 'down', [snapshotUrl]: 'down' } as const;
    expect(await setUp(down).run()).toMatchObject({ kind: 'ready', config: publicConfig, session });
    localStorage.setItem('portico:last-portal', JSON.stringify({ session: { ...session, expiresAt: '2025-01-01T00:00:00Z' }, config: publicConfig }));
    expect(await setUp(down).run()).toMatchObject({ kind: 'failed' });
  });

  test('works without the configuration', async () => {
    const { run } = setUp({ [configUrl]: { text: '<!doctype html>' } });
    expect(await run()).toMatchObject({ kind: 'ready', config: { config: {} } });
  });

  test('gives an endpoint that stays silent up after 5 s', async () => {
    const { run } = setUp({ [sessionUrl]: 'silent' });
    const found = run();
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await found).toMatchObject({ kind: 'failed', error: { code: 'LOADER_ANSWER_LATE' } });
  });

  test('says what was wrong with an answer', async () => {
    const { run } = setUp({ [sessionUrl]: { body: { user: {} } } });
    expect(await run()).toMatchObject({ kind: 'failed', error: { code: 'LOADER_ANSWER_SHAPE' } });
  });
});
