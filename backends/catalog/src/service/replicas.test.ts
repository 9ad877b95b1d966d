import { afterEach, describe, expect, test } from '@jest/globals';
import type { CacheService } from '@portico/backend-framework';
import { component, startCatalog } from '../testing/start-catalog.ts';
import type { StartedCatalog } from '../testing/start-catalog.ts';

/** A cache that replicas share, with what it was asked. */
function sharedCache() {
  const entries = new Map<string, string>();
  const found: string[] = [];
  const cache: CacheService = {
    shared: true,
    async get<T>(key: string) {
      const text = entries.get(key);
      if (text !== undefined) found.push(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    set: async (key, value) => void entries.set(key, JSON.stringify(value)),
    delete: async key => void entries.delete(key),
    getMany: async () => [],
    clear: async () => entries.clear(),
    withOptions: () => cache,
    statistics: () => ({ hits: 0, misses: 0, sets: 0, errors: 0 }),
  };
  return { cache, entries, found };
}

const started: StartedCatalog[] = [];
afterEach(async () => {
  for (const catalog of started.splice(0).toReversed()) await catalog.stop();
});

async function replicas() {
  const shared = sharedCache();
  const first = await startCatalog({ files: { 'catalog/a.yaml': component('a') }, cache: shared.cache });
  const second = await startCatalog({ replicaOf: first, cache: shared.cache });
  started.push(first, second);
  return { first, second, ...shared };
}

const pageOf = async (catalog: StartedCatalog) =>
  ((await catalog.agent.get('/entities/by-query').query({ filter: 'kind=component' })).body as { totalItems: number }).totalItems;
const turn = () => new Promise(resolve => setTimeout(resolve, 10));

describe('replicas of the catalog', () => {
  test('answer from what the other one has read', async () => {
    const { first, second, found } = await replicas();
    while (found.length === 0) {
      expect([await pageOf(first), await pageOf(second)]).toEqual([1, 1]);
      await first.entity('component:default/a');
      await second.entity('component:default/a');
      await turn();
    }
    expect(found[0]).toMatch(/^\d+ (answer|entity) /);
  });

  test('see what the other one has changed', async () => {
    const { first, second } = await replicas();
    expect(await pageOf(second)).toBe(1);
    expect((await second.entity('component:default/a'))?.spec?.type).toBe('service');
    await first.write({ 'catalog/a.yaml': component('a').replace('service', 'website'), 'catalog/b.yaml': component('b') });
    await first.refresh();
    while ((await pageOf(second)) !== 2 || (await second.entity('component:default/a'))?.spec?.type !== 'website') await turn();
    expect(await second.refs()).toEqual(['component:default/a', 'component:default/b']);
  });

  test('go on reading locations where the other one has stopped', async () => {
    const { first, second } = await replicas();
    await second.refresh();
    await first.write({ 'catalog/b.yaml': component('b') });
    await first.refresh();
    await first.remove('catalog/a.yaml');
    while ((await pageOf(second)) !== 2) await turn();
    await second.refresh();
    expect(await second.refs()).toEqual(['component:default/b']);
    expect(await second.problems()).toEqual([]);
  });
});
