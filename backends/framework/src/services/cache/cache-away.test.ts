import { connect } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { startMemcached, startRedis } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { CacheService } from '../../index.ts';

const servers: RunningServer[] = [];

afterEach(async () => {
  await stopAll();
  await Promise.all(servers.splice(0).map(server => server.stop()));
});

async function cacheOn(store: string, server: RunningServer<string>): Promise<CacheService> {
  servers.push(server);
  const { promise, resolve } = Promise.withResolvers<CacheService>();
  const features = [pluginOf('reads', ({ cache }) => resolve(cache))];
  await (await running({ features, data: { backend: { cache: { store, connection: server.connection } } } })).started;
  return promise;
}

async function untilBack(cache: CacheService): Promise<void> {
  while ((await cache.get('back')) === undefined) {
    await cache.set('back', true);
    await pause(20);
  }
}

function tell(server: RunningServer, line: string): Promise<string> {
  return new Promise(resolve => {
    const socket = connect(server.port, server.host, () => socket.write(`${line}\r\n`));
    socket.once('data', answer => {
      socket.destroy();
      resolve(answer.toString());
    });
  });
}

test.each([
  ['memcache', startMemcached],
  ['redis', startRedis],
  ['valkey', startRedis],
] as const)('what was deleted while %s stood still stays deleted', async (store, start) => {
  const server = await start();
  const cache = await cacheOn(store, server);
  await Promise.all([cache.set('a', 1), cache.set('b', 1)]);
  await server.pause();
  await cache.delete('a');
  await cache.set('b', 2);
  expect(await cache.getMany(['a', 'b'])).toEqual([undefined, undefined]);
  await server.resume();
  await untilBack(cache);
  expect(await cache.getMany(['a', 'b'])).toEqual([undefined, undefined]);
  expect(cache.statistics().errors).toBeGreaterThanOrEqual(3);
});

test('a Redis that comes back with older contents does not show them', async () => {
  const server = await startRedis({ arguments: ['--save', '3600 1'] });
  const cache = await cacheOn('redis', server);
  await cache.set('a', 'old');
  expect(await tell(server, 'SAVE')).toContain('OK');
  await cache.set('a', 'new');
  await server.kill();
  await server.restart();
  expect(await tell(server, 'DBSIZE')).not.toContain(':0');
  await untilBack(cache);
  expect(await cache.get('a')).toBeUndefined();
});
