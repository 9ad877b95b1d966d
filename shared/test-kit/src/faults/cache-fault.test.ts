import { expect, test } from '@jest/globals';
import { runCacheFault } from './cache-fault.ts';

// What a cache that is down or frozen may cost one request.
const mostWaitMs = 300;

test.each([
  ['memcache', 'kill'],
  ['memcache', 'freeze'],
  ['redis', 'kill'],
  ['redis', 'freeze'],
  ['valkey', 'kill'],
  ['valkey', 'freeze'],
] as const)('with %s as the cache, a %s of the server under load gives no wrong answer, fails no request and holds none up', async (store, fault) => {
  const report = await runCacheFault({ store, fault });
  expect(report).toMatchObject({ failed: 0, wrong: [] });
  expect(report.requests).toBeGreaterThan(200);
  expect(report.longestWaitMs).toBeLessThan(mostWaitMs);
  expect(report.hits.after).toBeGreaterThan(0);
}, 60_000);
