import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createFreezeWatch } from './freeze-watch.ts';

const radar = { id: 'radar', version: '1.0.0' };
const other = { id: 'other', version: '2.0.0' };
let frozen: Set<string>;
const postMessage = jest.fn();
const areOthers = jest.fn(() => true);
const pages = { enter: () => undefined, areOthers };

function start(limitMs = 8_000) {
  const memory = { read: async () => new Set(frozen), forget: async (key: string) => void frozen.delete(key) };
  return createFreezeWatch({ createWorker: () => ({ ready: Promise.resolve(), postMessage }), limitMs: () => limitMs, document, pages, memory });
}

beforeEach(() => {
  jest.useFakeTimers();
  postMessage.mockClear();
  frozen = new Set();
});
afterEach(() => void jest.useRealTimers());

describe('the watch for frozen pages', () => {
  test('gives a sign of life each second, with the remote whose code ran last', async () => {
    const watch = start();
    await watch.admit(radar);
    expect(postMessage).toHaveBeenLastCalledWith({ remote: radar, limitMs: 8_000 });
    await watch.admit(other);
    postMessage.mockClear();
    jest.advanceTimersByTime(2_000);
    expect(postMessage.mock.calls).toEqual([[{ remote: other, limitMs: 8_000 }], [{ remote: other, limitMs: 8_000 }]]);
  });

  test('gives several signs of life within a short limit, so that one may be late', async () => {
    await start(1_000).admit(radar);
    postMessage.mockClear();
    jest.advanceTimersByTime(1_000);
    expect(postMessage).toHaveBeenCalledTimes(4);
  });

  test('does not let a version start that froze the page before, until it is asked for again', async () => {
    frozen.add('radar@1.0.0');
    const watch = start();
    await expect(watch.admit(radar)).rejects.toMatchObject({ code: 'LOADER_PAGE_FROZEN' });
    expect(postMessage).not.toHaveBeenCalled();
    await watch.admit(radar);
    expect(postMessage).toHaveBeenLastCalledWith({ remote: radar, limitMs: 8_000 });
    expect(frozen).toEqual(new Set());
  });

  test('after a page that ended in an orderly way it asks nothing, and starts its worker when the first seconds are over', async () => {
    frozen.add('radar@1.0.0');
    areOthers.mockReturnValueOnce(false);
    await start().admit(radar);
    expect(postMessage).not.toHaveBeenCalled();
    jest.advanceTimersByTime(2_000);
    expect(postMessage).toHaveBeenLastCalledWith({ remote: radar, limitMs: 8_000 });
  });

  test('lets everything start where the browser remembers nothing', async () => {
    const memory = { read: () => Promise.reject(new Error('forbidden')), forget: async () => undefined };
    const watch = createFreezeWatch({ createWorker: () => ({ ready: Promise.resolve(), postMessage }), limitMs: () => 8_000, document, pages, memory });
    await watch.admit(radar);
    expect(postMessage).toHaveBeenCalledTimes(1);
  });

  test('leaves a hidden page in peace', async () => {
    const watch = start();
    await watch.admit(radar);
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(postMessage).toHaveBeenLastCalledWith({ remote: undefined, limitMs: 8_000 });
    Reflect.deleteProperty(document, 'visibilityState');
  });
});
