import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Entity } from '@portico/plugin-catalog-common';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import type { TestBackend } from '@portico/test-kit/backend';
import { startMemcached, startPostgres } from '@portico/test-kit/servers';
import catalogPlugin from './index.ts';
import { component } from './testing/start-catalog.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

const started = <T extends { stop(): Promise<unknown> }>(part: T): T => {
  cleanups.push(() => part.stop());
  return part;
};
const turn = () => new Promise(resolve => setTimeout(resolve, 20));
const as = mockCredentials.user();

async function typesOf({ fetch }: TestBackend): Promise<string[]> {
  const response = await fetch('/api/catalog/entities/by-query?filter=kind=component&orderField=metadata.name,asc', { as });
  expect(response.status).toBe(200);
  const { items } = (await response.json()) as { items: readonly Entity[] };
  return items.map(({ metadata, spec }) => `${metadata.name} ${String(spec?.type)}`);
}

test('two replicas on PostgreSQL and memcached answer alike, follow each other, and outlive their cache', async () => {
  const [postgres, memcached] = await Promise.all([startPostgres().then(started), startMemcached().then(started)]);
  const folder = await mkdtemp(join(tmpdir(), 'catalog-replicas-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'catalog'));
  const write = (name: string, text: string) => writeFile(join(folder, 'catalog', `${name}.yaml`), text);
  await write('a', component('a'));
  const config = {
    backend: {
      database: { client: 'pg', connection: { ...postgres.connection } },
      cache: { store: 'memcache', connection: memcached.connection },
      metrics: { enabled: true },
    },
    catalog: { locations: [{ type: 'file', target: join(folder, 'catalog/*.yaml') }] },
  };
  const replica = async () => started(await startTestBackend({ features: [catalogPlugin], config }));
  const first = await replica();
  const second = await replica();

  async function untilBoth(expected: readonly string[]): Promise<void> {
    for (const running of [first, second]) while ((await typesOf(running)).join() !== expected.join()) await turn();
  }
  await untilBoth(['a service']);

  await write('a', component('a').replace('service', 'website'));
  await write('b', component('b'));
  await untilBoth(['a website', 'b service']);
  const shared = async ({ fetch }: TestBackend) =>
    Number(/portico_cache_operations_total\{plugin="catalog",result="hits"\} (\d+)/.exec(await (await fetch('/metrics')).text())?.[1]);
  expect((await shared(first)) + (await shared(second))).toBeGreaterThan(0);

  await memcached.kill();
  expect([await typesOf(first), await typesOf(second)]).toEqual([['a website', 'b service'], ['a website', 'b service']]);
  await write('c', component('c'));
  await untilBoth(['a website', 'b service', 'c service']);
  await memcached.restart();
  await write('d', component('d'));
  await untilBoth(['a website', 'b service', 'c service', 'd service']);
}, 300_000);
