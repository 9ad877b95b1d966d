import { describe, expect, jest, test } from '@jest/globals';
import { createApiFactory, createApiHolder, createApiRef } from '../index.ts';
import type { ApiHolder, ApiRef, PluginInfo } from '../index.ts';

const textRef = createApiRef<{ text: string }>({ id: 'test.text' });
const outerRef = createApiRef<{ outer: string }>({ id: 'test.outer' });
const catalog: PluginInfo = { pluginId: 'catalog', version: '1.0.0' };
const radar: PluginInfo = { pluginId: 'tech-radar', version: '1.0.0' };

describe('an API holder', () => {
  test('makes an implementation at its first use, once for the portal', () => {
    const factory = jest.fn(() => ({ text: 'a' }));
    const holder = createApiHolder([createApiFactory({ api: textRef, factory })]);
    expect(factory).toHaveBeenCalledTimes(0);
    expect(holder.get(textRef, catalog)).toBe(holder.get(textRef, radar));
    expect(factory).toHaveBeenCalledTimes(1);
  });

  test('makes one for each plugin and version where the factory says so, with dependencies of the same plugin', () => {
    const holder = createApiHolder([
      createApiFactory({ api: textRef, scope: 'plugin', factory: (_deps, plugin) => ({ text: plugin.pluginId }) }),
      createApiFactory({ api: outerRef, deps: { inner: textRef }, scope: 'plugin', factory: ({ inner }) => ({ outer: `of ${inner.text}` }) }),
    ]);
    expect(holder.get(outerRef, radar)).toEqual({ outer: 'of tech-radar' });
    expect(holder.get(outerRef, catalog)).toEqual({ outer: 'of catalog' });
    expect(holder.get(textRef, radar)).not.toBe(holder.get(textRef, { ...radar, version: '1.0.1' }));
    expect(holder.get(textRef)).toEqual({ text: 'core' });
  });

  test('asks the fallback for what it has no factory for', () => {
    const fallback = createApiHolder([createApiFactory({ api: textRef, factory: () => ({ text: 'portal' }) })]);
    const holder = createApiHolder(
      [createApiFactory({ api: outerRef, deps: { inner: textRef }, factory: ({ inner }) => ({ outer: inner.text }) })],
      fallback,
    );
    expect(holder.get(outerRef)).toEqual({ outer: 'portal' });
    expect(holder.get(createApiRef({ id: 'test.unknown' }))).toBeUndefined();
  });

  test('gives one promise while a provider is loaded, then the value', async () => {
    const remote: ApiHolder = { get: <T>(ref: ApiRef<T>) => (ref.id === textRef.id ? Promise.resolve({ text: 'remote' } as T) : undefined) };
    const holder = createApiHolder(
      [createApiFactory({ api: outerRef, deps: { inner: textRef }, factory: ({ inner }) => ({ outer: inner.text }) })],
      remote,
    );
    const first = holder.get(outerRef);
    expect(first).toBeInstanceOf(Promise);
    expect(holder.get(outerRef)).toBe(first);
    expect(await first).toEqual({ outer: 'remote' });
    expect(holder.get(outerRef)).toEqual({ outer: 'remote' });
  });

  test('keeps a failure until it is dropped, so that a render does not load for ever', async () => {
    let attempts = 0;
    const factory = async (): Promise<{ text: string }> => {
      attempts += 1;
      if (attempts === 1) throw new Error('down');
      return { text: 'up' };
    };
    const fallback = createApiHolder([createApiFactory({ api: textRef, factory })]);
    const holder = createApiHolder([], fallback);
    await expect(holder.get(textRef)).rejects.toThrow('down');
    await expect(holder.get(textRef)).rejects.toThrow('down');
    holder.dropFailed?.();
    expect(await holder.get(textRef)).toEqual({ text: 'up' });
    expect(attempts).toBe(2);
  });

  test('names a dependency that nobody provides, and a circle', () => {
    const lacking = createApiHolder([createApiFactory({ api: outerRef, deps: { inner: textRef }, factory: () => ({ outer: '' }) })]);
    expect(() => lacking.get(outerRef)).toThrow('Expected an implementation of API test.text, found none (asked for by test.outer)');
    const round = createApiHolder([
      createApiFactory({ api: outerRef, deps: { inner: textRef }, factory: () => ({ outer: '' }) }),
      createApiFactory({ api: textRef, deps: { inner: outerRef }, factory: () => ({ text: '' }) }),
    ]);
    expect(() => round.get(outerRef)).toThrow('the circle test.outer > test.text > test.outer');
  });

  test('takes one factory for each API', () => {
    const factory = createApiFactory({ api: textRef, factory: () => ({ text: '' }) });
    expect(() => createApiHolder([factory, factory])).toThrow('Expected one factory for each API, got two for test.text');
  });

  test('knows APIs by ids of lower case words', () => {
    expect(() => createApiRef({ id: 'My API' })).toThrow('Expected the id of an API ref to look like catalog.client');
  });
});
