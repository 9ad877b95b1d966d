import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { FakeRemote } from '../fixtures/federation.ts';
import { fakeFederation } from '../fixtures/federation.ts';
import { aRemote, digest } from '../fixtures/remotes.ts';
import type { LoadPhase } from './budgets.ts';
import { loadableVersions } from './loadable-remote.ts';
import { createRemoteLoader } from './remote-loader.ts';

const name = 'radar__00000000';
const plugin = { default: () => null };

function setUp(behaviours: Record<string, FakeRemote>) {
  const federation = fakeFederation(behaviours);
  const loader = createRemoteLoader({ connect: federation.connect });
  const phases: LoadPhase[] = [];
  const load = (remote = aRemote()) => loader.load(loadableVersions(remote), phase => phases.push(phase));
  return { ...federation, loader, phases, load };
}

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { fetch: jest.fn(async () => ({ arrayBuffer: async () => new ArrayBuffer(0) })) });
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
});
afterEach(() => void jest.useRealTimers());

describe('the loader', () => {
  test('connects to the runtime and registers a remote when it is first wanted', async () => {
    const { connect, registered, loaded, load, phases } = setUp({ [name]: { module: plugin } });
    expect(connect).not.toHaveBeenCalled();
    expect(await load()).toEqual({ module: plugin, version: '1.0.0' });
    expect(registered).toEqual([{ name, entry: '/remotes/radar/1.0.0/remoteEntry.js', entryGlobalName: name, type: 'global' }]);
    expect(loaded).toEqual([`${name}/plugin`]);
    expect(new Set(phases)).toEqual(new Set(['entry', 'init', 'evaluate']));
  });

  test('refuses a remote without a digest, before anything is registered', async () => {
    const { connect, load } = setUp({});
    const entry = { url: '/remotes/radar/1.0.0/remoteEntry.js', type: 'script', global: name } as const;
    await expect(load(aRemote({ entry }))).rejects.toMatchObject({ code: 'LOADER_INTEGRITY_MISSING' });
    expect(connect).not.toHaveBeenCalled();
  });

  test('runs a remote without a digest when the registry labels it unverified', async () => {
    const { load } = setUp({ [name]: { module: plugin } });
    const entry = { url: 'http://localhost:4201/remoteEntry.js', type: 'script', global: name } as const;
    expect(await load(aRemote({ entry, status: 'unverified' }))).toMatchObject({ module: plugin });
  });

  test.each([
    ['entry', [], 10_000, 'LOADER_ENTRY_LATE'],
    ['init', ['init'], 5_000, 'LOADER_INIT_LATE'],
    ['evaluate', ['init', 'evaluate'], 5_000, 'LOADER_EVALUATE_LATE'],
  ] as const)('gives a remote up that hangs in phase %s', async (_phase, phases, budgetMs, code) => {
    const { load } = setUp({ [name]: { phases, hangs: true } });
    const failure = expect(load()).rejects.toMatchObject({ code });
    await jest.advanceTimersByTimeAsync(budgetMs - 1);
    await jest.advanceTimersByTimeAsync(1);
    await failure;
  });

  test.each([
    [[], 'RUNTIME-008 ScriptNetworkError: Failed to load script', 'LOADER_ENTRY_UNREACHABLE'],
    [[], 'RUNTIME-008 ScriptNetworkError: Script "x" timed out.', 'LOADER_ENTRY_LATE'],
    [[], 'RUNTIME-008 ScriptExecutionError: Script "x" threw', 'LOADER_ENTRY_BROKEN'],
    [[], '#RUNTIME-001', 'LOADER_ENTRY_BROKEN'],
    [['init'], '#RUNTIME-015\nOriginal Error Message:\n Version 1 does not satisfy ^2', 'LOADER_INIT_FAILED'],
    [['init', 'evaluate'], 'x is not a function', 'LOADER_EVALUATE_FAILED'],
  ] as const)('says in its own terms what failed: %s %s', async (phases, message, code) => {
    const { load } = setUp({ [name]: { phases: [...phases], error: new Error(message) } });
    await expect(load()).rejects.toMatchObject({ code });
  });

  test('names files that did not arrive', async () => {
    const error = Object.assign(new Error('Loading chunk 5 failed.'), { name: 'ChunkLoadError', request: '/remotes/radar/1.0.0/5.js' });
    await expect(setUp({ [name]: { error } }).load()).rejects.toMatchObject({ code: 'LOADER_FILES_UNREACHABLE' });
  });

  test('tries again under a new name, with what the cache holds fetched anew and nothing of before left in the page', async () => {
    const { load, registered } = setUp({ [`${name}~1`]: { module: plugin } });
    await expect(load()).rejects.toMatchObject({ code: 'LOADER_ENTRY_UNREACHABLE' });
    const waiting = document.head.appendChild(document.createElement('script'));
    waiting.src = '/remotes/radar/1.0.0/5.js';
    const other = document.head.appendChild(document.createElement('script'));
    other.src = '/remotes/catalog/1.0.0/5.js';
    Reflect.set(globalThis, name, { left: 'over' });

    expect(await load()).toMatchObject({ module: plugin });
    expect(registered.map(remote => [remote.name, remote.entryGlobalName])).toEqual([
      [name, name],
      [`${name}~1`, name],
    ]);
    expect(fetch).toHaveBeenCalledWith('/remotes/radar/1.0.0/remoteEntry.js', expect.objectContaining({ cache: 'reload' }));
    expect([waiting.isConnected, other.isConnected]).toEqual([false, true]);
    expect(Reflect.get(globalThis, name)).toBeUndefined();
    other.remove();
  });

  test('takes the last good version when the offered one fails, and says why', async () => {
    const { load } = setUp({ old: { module: plugin } });
    const fallback = { version: '0.9.0', entry: { url: '/remotes/radar/0.9.0/remoteEntry.js', type: 'script', global: 'old', integrity: digest } } as const;
    expect(await load(aRemote({ fallback }))).toMatchObject({ module: plugin, version: '0.9.0', failure: { code: 'LOADER_ENTRY_UNREACHABLE' } });
  });

  test('asks how the last good version is loaded when the offered one has failed, and not before', async () => {
    const federation = fakeFederation({ old: { module: plugin } });
    const entry = { url: '/remotes/radar/0.9.0/remoteEntry.js', type: 'script', global: 'old', integrity: digest } as const;
    const readEntry = jest.fn(async () => entry);
    const loader = createRemoteLoader({ connect: federation.connect, readEntry });
    const versions = loadableVersions(aRemote({ fallback: { version: '0.9.0' } }));
    expect(await loader.load(versions, () => undefined)).toMatchObject({ version: '0.9.0', failure: { code: 'LOADER_ENTRY_UNREACHABLE' } });
    expect(readEntry.mock.calls).toEqual([[versions[1]]]);

    const sound = fakeFederation({ [name]: { module: plugin } });
    await createRemoteLoader({ connect: sound.connect, readEntry }).load(versions, () => undefined);
    expect(readEntry).toHaveBeenCalledTimes(1);
  });

  test('reports the failure of the offered version when nobody says how the last good one is loaded', async () => {
    const federation = fakeFederation({ [name]: { error: new Error('broken') } });
    const loader = createRemoteLoader({ connect: federation.connect, readEntry: () => Promise.reject(new Error('away')) });
    const loading = loader.load(loadableVersions(aRemote({ fallback: { version: '0.9.0' } })), () => undefined);
    await expect(loading).rejects.toMatchObject({ code: 'LOADER_EVALUATE_FAILED' });
  });

  test('releases a version once, by all names under which it was tried', async () => {
    const federation = fakeFederation({ [name]: { module: plugin }, [`${name}~1`]: { module: plugin } });
    const release = jest.fn();
    const loader = createRemoteLoader({ connect: federation.connect, release });
    const versions = loadableVersions(aRemote());
    await loader.load(versions, () => undefined);
    await loader.load(versions, () => undefined);
    loader.release(versions[0]);
    loader.release(versions[0]);
    expect(release.mock.calls).toEqual([[versions[0], [name, `${name}~1`]]]);
  });

  test('reports the failure of the offered version when the last good one fails, too', async () => {
    const { load } = setUp({ [name]: { error: new Error('broken') } });
    const fallback = { version: '0.9.0', entry: { url: '/remotes/radar/0.9.0/remoteEntry.js', type: 'script', global: 'old', integrity: digest } } as const;
    await expect(load(aRemote({ fallback }))).rejects.toMatchObject({ code: 'LOADER_EVALUATE_FAILED' });
  });
});
