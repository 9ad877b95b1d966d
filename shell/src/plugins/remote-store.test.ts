import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createError, loaderErrors } from '@portico/errors';
import { createApiHolder } from '@portico/plugin-api';
import { aRemote } from '../fixtures/remotes.ts';
import type { LoadedRemote, RemoteLoader } from '../loading/remote-loader.ts';
import { createRemoteStore } from './remote-store.ts';

const good: LoadedRemote = { module: { default: () => null }, version: '1.0.0' };
const late = createError(loaderErrors.ENTRY_LATE, { seconds: 10 });

function setUp(...outcomes: (LoadedRemote | Error | Promise<LoadedRemote>)[]) {
  const load = jest.fn<RemoteLoader['load']>(async () => {
    const outcome = outcomes.shift() ?? good;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  const portalApis = createApiHolder([]);
  return { load, store: createRemoteStore({ loader: { load, release: () => undefined }, portalApis: () => portalApis }) };
}

describe('the store of remotes', () => {
  test('loads nothing before it is asked to, and then once', async () => {
    const { load, store } = setUp();
    expect(store.stateOf(aRemote())).toEqual({ status: 'waiting' });
    expect(load).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([store.open(aRemote()), store.open(aRemote())]);
    expect(first).toBe(second);
    expect(load).toHaveBeenCalledTimes(1);
    expect(store.stateOf(aRemote())).toMatchObject({ status: 'loaded', version: '1.0.0', plugin: { kind: 'component' } });
  });

  test('tells its listeners of each phase', async () => {
    const { load, store } = setUp();
    load.mockImplementationOnce(async (_versions, onPhase) => {
      onPhase('entry');
      onPhase('init');
      return good;
    });
    const seen: unknown[] = [];
    store.subscribe(() => seen.push(store.stateOf(aRemote())));
    await store.open(aRemote());
    await Promise.resolve();
    expect(seen).toMatchObject([{ phase: 'entry' }, { phase: 'init' }, { status: 'loaded' }]);
  });

  test('keeps a failure until the retry', async () => {
    const { load, store } = setUp(late);
    await expect(store.open(aRemote())).rejects.toBe(late);
    await expect(store.open(aRemote())).rejects.toBe(late);
    expect(store.stateOf(aRemote())).toEqual({ status: 'failed', error: late });
    expect(load).toHaveBeenCalledTimes(1);
    await store.retry(aRemote());
    await Promise.resolve();
    expect(store.stateOf(aRemote()).status).toBe('loaded');
  });

  test('drops what an earlier load yields after a retry', async () => {
    let release: (loaded: LoadedRemote) => void = () => undefined;
    const slow = new Promise<LoadedRemote>(resolve => (release = resolve));
    const { store } = setUp(slow, late);
    void store.open(aRemote());
    await expect(store.retry(aRemote())).rejects.toBe(late);
    release(good);
    await slow;
    await Promise.resolve();
    expect(store.stateOf(aRemote()).status).toBe('failed');
  });

  test('has a failed state for a module that is no plugin', async () => {
    const { store } = setUp({ module: { default: 5 }, version: '1.0.0' });
    await expect(store.open(aRemote())).rejects.toMatchObject({ code: 'PLUGIN_API_MODULE_UNKNOWN' });
  });

  test('never tries a refused remote and says why', async () => {
    const { load, store } = setUp();
    const reason = { code: 'REGISTRY_X', message: 'It has {no} digest', fix: 'Publish it' };
    const refused = aRemote({ status: 'refused', reason });
    expect(store.stateOf(refused)).toMatchObject({ status: 'refused', error: reason });
    await expect(store.open(refused)).rejects.toMatchObject({ code: 'REGISTRY_X' });
    expect(load).not.toHaveBeenCalled();
  });

  test('forgets versions that are no longer offered', async () => {
    const { load, store } = setUp();
    await store.open(aRemote());
    store.keepOnly([aRemote({ version: '2.0.0' })]);
    expect(store.stateOf(aRemote())).toEqual({ status: 'waiting' });
    await store.open(aRemote());
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('refuses a version that is switched off while it runs, and loads it again once it is on', async () => {
    const { store } = setUp();
    await store.open(aRemote());
    const reason = { code: 'REGISTRY_REMOTE_DISABLED', message: 'off', fix: 'ask' };
    expect(store.stateOf(aRemote({ status: 'refused', reason }))).toMatchObject({ status: 'refused', error: reason });
    expect(store.stateOf(aRemote())).toEqual({ status: 'waiting' });
    expect(await store.open(aRemote())).toMatchObject({ status: 'loaded' });
  });

  test('takes what a version left out of the page, but not while another build with the same globals is there', async () => {
    jest.useFakeTimers();
    const release = jest.fn<RemoteLoader['release']>();
    const store = createRemoteStore({ loader: { load: async () => good, release }, portalApis: () => createApiHolder([]) });
    const override = { url: 'http://localhost:1/', origin: 'http://localhost:1', expiresAt: '2999-01-01T00:00:00.000Z' };
    const same = aRemote({ version: '1.0.0+override.0a1b2c3d', override });
    const other = aRemote({ ...same, version: '1.0.0+override.1a1b2c3d', entry: { ...same.entry, global: 'radar__11111111' } });
    for (const one of [same, other]) await store.open(one);
    store.stateOf(aRemote());
    store.keepOnly([aRemote()]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(release.mock.calls.map(([{ version }]) => version)).toEqual([other.version]);
    jest.useRealTimers();
  });
});

describe('a version that is not shown any more', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function watched(...outcomes: LoadedRemote[]) {
    const released: string[] = [];
    const load = jest.fn<RemoteLoader['load']>(async () => outcomes.shift() ?? good);
    const release: RemoteLoader['release'] = ({ version }) => void released.push(version);
    const store = createRemoteStore({ loader: { load, release }, portalApis: () => createApiHolder([]) });
    return { store, released };
  }

  test('leaves the page a moment later, unless it came back', async () => {
    const { store, released } = watched();
    const [first, second] = [aRemote({ version: '1.0.0' }), aRemote({ version: '1.1.0' })];
    await store.open(first);
    store.keepOnly([second]);
    expect(released).toEqual([]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(released).toEqual(['1.0.0']);
    await store.open(second);
    store.keepOnly([first]);
    store.stateOf(second);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(released).toEqual(['1.0.0']);
  });

  test('stays while it runs in the place of one that failed, and leaves with it', async () => {
    const { store, released } = watched(good, { ...good, failure: late });
    const [first, broken] = [aRemote({ version: '1.0.0' }), aRemote({ version: '1.1.0', fallback: { version: '1.0.0' } })];
    await store.open(first);
    store.keepOnly([broken]);
    await store.open(broken);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(released).toEqual([]);
    store.keepOnly([aRemote({ version: '1.2.0', fallback: { version: '1.1.0' } })]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(released).toEqual(['1.1.0', '1.0.0']);
  });
});
