import { expect, jest, test } from '@jest/globals';
import { mendCache } from './mend-cache.ts';

test('a file of a remote that did not load is fetched past the cache', () => {
  const fetch = jest.fn(async () => ({ arrayBuffer: async () => new ArrayBuffer(0) }));
  Object.assign(globalThis, { fetch });
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  const stop = mendCache(document);
  for (const src of ['/remotes/radar/1.0.0/5.js', '/assets/main.js']) {
    const script = document.createElement('script');
    script.src = src;
    document.head.append(script);
    script.dispatchEvent(new Event('error'));
  }
  expect(fetch.mock.calls.map(call => (call as unknown[])[0])).toEqual(['http://localhost/remotes/radar/1.0.0/5.js']);
  stop();
});
