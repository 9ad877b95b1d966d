import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startMemcached, startRedis } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { CacheService } from '../../index.ts';
import { describeCacheContract } from './cache.contract.ts';

let memcached: RunningServer<string>;
let redis: RunningServer<string>;

beforeAll(async () => {
  [memcached, redis] = await Promise.all([startMemcached(), startRedis()]);
});
afterAll(async () => void (await Promise.all([memcached.stop(), redis.stop()])));
afterEach(stopAll);

// As long as a busy machine may need; what happens when time is up has tests of its own.
const patient = { operationTimeout: '60s' };

/** The first attempt to connect may come too early for a busy machine. */
async function untilThere(cache: CacheService): Promise<void> {
  do {
    await cache.set('there', true);
    await new Promise(setImmediate);
  } while ((await cache.get('there')) === undefined);
  await cache.delete('there');
}

/** The caches of plugins with like names, as one process of the configuration has them. */
async function cachesOf(cache: object) {
  const found: Record<string, CacheService> = {};
  const features = ['left', 'left-2'].map(id => pluginOf(id, services => void (found[id] = services.cache)));
  const { started, log } = await running({ features, data: { backend: { cache: { ...patient, ...cache } } } as never });
  await started;
  const { left, 'left-2': right } = found;
  if (!left || !right) throw new Error('expected two caches');
  return { left, right, log };
}

let installations = 0;

describe.each([
  ['memcache', () => ({ store: 'memcache', connection: memcached.connection })],
  ['redis', () => ({ store: 'redis', connection: redis.connection })],
  ['valkey', () => ({ store: 'valkey', connection: redis.connection })],
])('a cache on %s', (store, settings) => {
  describeCacheContract(async () => {
    // Each test has an installation of its own on the server.
    const client = { keyPrefix: `test-${store}-${(installations += 1)}:` };
    const cache = { ...settings(), [store]: { client } };
    const [here, there] = await Promise.all([cachesOf(cache), cachesOf(cache)]);
    await Promise.all([here.left, here.right, there.left].map(untilThere));
    return { left: here.left, right: here.right, leftElsewhere: there.left };
  });
});

describe('a cache in memory', () => {
  describeCacheContract(async () => {
    const { left, right } = await cachesOf({ store: 'memory' });
    return { left, right, leftElsewhere: left };
  });

  test('holds a bounded number of entries and pushes out the one not used for longest', async () => {
    const { left, right } = await cachesOf({});
    await right.set('other', true);
    await left.set('kept', 0);
    for (let entry = 1; entry < 10_000; entry += 1) await left.set(`entry-${entry}`, entry);
    expect(await left.get('kept')).toBe(0);
    await left.set('one more', 1);
    expect(await left.getMany(['kept', 'entry-1', 'entry-2'])).toEqual([0, undefined, 2]);
    expect(await right.get('other')).toBe(true);
  });
});

describe('the documented configurations start as printed', () => {
  test.each([
    ['memory', () => ({ store: 'memory' })],
    ['memcache with credentials that the server does not ask for', () => ({ store: 'memcache', connection: `user:pass@${memcached.connection}` })],
    ['redis with useRedisSets', () => ({ store: 'redis', connection: redis.connection, useRedisSets: true })],
    ['redis with a name space', () => ({ store: 'redis', connection: { url: redis.connection }, redis: { client: { namespace: 'mine' } } })],
    ['valkey by host and port', () => ({ store: 'valkey', connection: { host: redis.host, port: redis.port } })],
    ['a default time to live', () => ({ store: 'redis', connection: redis.connection, defaultTtl: '1d' })],
  ])('%s', async (_what, settings) => {
    const { left, log } = await cachesOf(settings());
    await untilThere(left);
    await left.set('a', 1);
    expect(await left.get('a')).toBe(1);
    expect(log.filter(line => line.includes('useRedisSets has no effect'))).toHaveLength('useRedisSets' in settings() ? 1 : 0);
  });

  test('a server that cannot be reached stops nothing and nobody', async () => {
    const { left, log } = await cachesOf({ store: 'redis', connection: 'redis://127.0.0.1:1' });
    await left.set('a', 1);
    expect(await left.get('a')).toBeUndefined();
    expect(left.statistics()).toMatchObject({ hits: 0, misses: 1, errors: 2 });
    expect(log.join('')).toContain('The cache cannot be reached');
  });
});

test('the default time to live goes for entries that do not say otherwise', async () => {
  const { left } = await cachesOf({ store: 'memcache', connection: memcached.connection, defaultTtl: { milliseconds: 20 } });
  await untilThere(left);
  await Promise.all([left.set('short', 1), left.set('long', 2, { ttlMs: 60_000 })]);
  const endsAt = Date.now() + 40;
  while (Date.now() < endsAt) await new Promise(setImmediate);
  expect(await left.getMany(['short', 'long'])).toEqual([undefined, 2]);
});

test('a shared store without an address is told with the key that is missing', async () => {
  const { started } = await running({ features: [pluginOf('left', ({ cache }) => cache.clear())], data: { backend: { cache: { store: 'redis' } } } });
  const { plugins } = await started;
  expect(plugins.left?.reason).toContain('At backend.cache.connection: Expected the address of the redis server');
});
