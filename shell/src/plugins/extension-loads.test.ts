import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { SnapshotRemote } from '@portico/contracts';
import { createApiHolder } from '@portico/plugin-api';
import type { NormalizedPlugin } from '@portico/plugin-api';
import { aRemote } from '../fixtures/remotes.ts';
import { createExtensionLoads } from './extension-loads.ts';
import type { RemoteStore } from './remote-store.ts';

const file = 'http://localhost/remotes/radar/1.0.0/5.js';
const chunkError = Object.assign(new Error('Loading chunk 5 failed.'), { name: 'ChunkLoadError', request: file });

function setUp(load: NormalizedPlugin['load']) {
  const loaded = { status: 'loaded', plugin: { kind: 'plugin', apis: [], load }, apis: createApiHolder([]), version: '1.0.0' } as const;
  const open = jest.fn(async (_remote: SnapshotRemote) => loaded);
  const retry = jest.fn(async (_remote: SnapshotRemote) => loaded);
  const store: RemoteStore = { stateOf: () => loaded, subscribe: () => () => undefined, open, retry, running: () => [], keepOnly: () => undefined };
  return { loads: createExtensionLoads(store), open, retry };
}

const fetched: string[] = [];
beforeEach(() => {
  fetched.length = 0;
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  Object.assign(globalThis, { fetch: async (url: string) => void fetched.push(url) });
});

describe('loads of extensions', () => {
  test('happen once', async () => {
    const load = jest.fn(async (id: string) => ({ id, point: 'core.page/v1', Component: () => null }));
    const { loads } = setUp(load);
    const remote = aRemote();
    expect(loads.peek(remote, 'page')).toBeUndefined();
    const ready = await loads.load(remote, 'page');
    expect(await loads.load(aRemote(), 'page')).toBe(ready);
    expect(loads.peek(remote, 'page')).toBe(ready);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('of a version that is refused are asked for again: it may be let in', async () => {
    const load = jest.fn(async (id: string) => ({ id, point: 'core.page/v1', Component: () => null }));
    const { loads, open } = setUp(load);
    open.mockRejectedValueOnce(new Error('switched off'));
    await expect(loads.load(aRemote({ status: 'refused' }), 'page')).rejects.toThrow('switched off');
    await loads.load(aRemote(), 'page');
    expect(load).toHaveBeenCalledTimes(1);
  });

  test('are given up after 10 s', async () => {
    jest.useFakeTimers();
    const { loads } = setUp(() => new Promise(() => undefined));
    const failure = expect(loads.load(aRemote(), 'page')).rejects.toMatchObject({ code: 'LOADER_EXTENSION_LATE' });
    await jest.advanceTimersByTimeAsync(10_000);
    await failure;
    jest.useRealTimers();
  });

  test('that fail for want of a file fetch that file past the cache, and the remote anew, at the retry', async () => {
    const load = jest.fn<NormalizedPlugin['load']>().mockRejectedValueOnce(chunkError);
    load.mockImplementation(async id => ({ id, point: 'core.page/v1', Component: () => null }));
    const { loads, retry } = setUp(load);
    const error: unknown = await loads.load(aRemote(), 'page').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'LOADER_FILES_UNREACHABLE' });
    loads.again(aRemote(), 'page', error);
    expect(await loads.load(aRemote(), 'page')).toMatchObject({ version: '1.0.0' });
    expect(fetched).toEqual([file]);
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('that fail for another reason load the remote anew only at the second retry', async () => {
    const { loads, retry } = setUp(() => Promise.reject(new Error('no')));
    for (const calls of [0, 1]) {
      await expect(loads.load(aRemote(), 'page')).rejects.toThrow('no');
      loads.again(aRemote(), 'page', new Error('no'));
      await expect(loads.load(aRemote(), 'page')).rejects.toThrow('no');
      expect(retry).toHaveBeenCalledTimes(calls);
    }
  });
});
