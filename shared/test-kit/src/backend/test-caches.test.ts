import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import type { CacheService } from '@portico/backend-framework';
import { mockServices, startTestBackend, testCaches } from '../backend.ts';
import type { TestBackend } from '../backend.ts';

const caches = testCaches.create();
let backend: TestBackend | undefined;
afterEach(() => backend?.stop());
afterAll(() => caches.stop());

describe.each(caches.ids)('a plugin with its cache in %s', id => {
  test('gets back what it set', async () => {
    let cache: CacheService | undefined;
    const plugin = createBackendPlugin({
      pluginId: 'shop',
      register: environment => environment.registerInit({ deps: { given: coreServices.cache }, init: async ({ given }) => void (cache = given) }),
    });
    backend = await startTestBackend({ features: [plugin], config: await caches.config(id) });
    await cache?.set('price', 5);
    expect(await cache?.get('price')).toBe(5);
    expect(cache?.shared).toBe(id !== 'memory');
  });
});

test('mocked services are looked into, and tasks run when the test says so', async () => {
  const [log, scheduler, urls] = [mockServices.logger(), mockServices.scheduler(), mockServices.urlReader({ 'https://a.example/x': 'text' })];
  const plugin = createBackendPlugin({
    pluginId: 'reader',
    register: environment =>
      environment.registerInit({
        deps: { logger: coreServices.logger, scheduler: coreServices.scheduler, urlReader: coreServices.urlReader },
        async init({ logger, scheduler: given, urlReader }) {
          const read = async (url: string) => {
            const answer = await urlReader.readUrl(url);
            logger.info('read', { text: answer.status === 'ok' ? answer.body.toString() : '' });
          };
          given.scheduleTask({ id: 'known', frequencyMs: 1000, timeoutMs: 1000, run: () => read('https://a.example/x') });
          given.scheduleTask({ id: 'unknown', frequencyMs: 1000, timeoutMs: 1000, run: () => read('https://a.example/y') });
          await Promise.resolve();
        },
      }),
  });
  backend = await startTestBackend({ features: [plugin], services: [log.factory, scheduler.factory, urls.factory] });
  expect(log.lines).toEqual([]);
  await scheduler.run('known');
  expect(log.lines).toEqual([{ level: 'info', message: 'read', meta: { text: 'text' } }]);
  await expect(scheduler.run('unknown')).rejects.toThrow('Expected a file at https://a.example/y, got status 404');
  await expect(scheduler.run('none')).rejects.toThrow('got none');
  expect(urls.asked).toEqual(['https://a.example/x', 'https://a.example/y']);
});
