import { afterEach, describe, expect, test } from '@jest/globals';
import { pluginOf, running, stopAll } from '../fixtures/running-backend.ts';
import { coreServices, createBackendFeatureLoader, createServiceFactory, createServiceRef } from '../index.ts';
import type { BackendFeatureLoader } from '../index.ts';

afterEach(stopAll);

const plugin = (id: string) => pluginOf(id, () => undefined);

async function startedWith(loader: BackendFeatureLoader, data = {}) {
  const { started } = await running({ features: [loader], data });
  return Object.keys((await started).plugins);
}

describe('a feature loader', () => {
  test('adds what the configuration names', async () => {
    const loader = createBackendFeatureLoader({
      deps: { config: coreServices.rootConfig },
      loader: ({ config }) => config.getStringArray('wanted').map(plugin),
    });
    expect(await startedWith(loader, { wanted: ['one', 'two'] })).toEqual(expect.arrayContaining(['one', 'two']));
  });

  test('may yield packages that are being imported, and other loaders', async () => {
    const inner = createBackendFeatureLoader({ loader: async () => [Promise.resolve({ default: plugin('inner') })] });
    const outer = createBackendFeatureLoader({
      async *loader() {
        yield Promise.resolve({ default: plugin('outer') });
        yield inner;
      },
    });
    expect(await startedWith(outer)).toEqual(expect.arrayContaining(['inner', 'outer']));
  });

  test('may give a service, which plugins then use', async () => {
    const greeting = createServiceRef<{ text: string }, 'root'>({ id: 'greeting', scope: 'root' });
    const loader = createBackendFeatureLoader({
      loader: () => [createServiceFactory({ service: greeting, deps: {}, factory: () => ({ text: 'hello' }) })],
    });
    const asker = createBackendFeatureLoader({ deps: {}, loader: () => [plugin('asker')] });
    expect(await startedWith(createBackendFeatureLoader({ loader: () => [loader, asker] }))).toContain('asker');
  });

  test('comes too late with a service that a loader has already used', async () => {
    const greeting = createServiceRef<object, 'root'>({
      id: 'greeting',
      scope: 'root',
      defaultFactory: service => createServiceFactory({ service, deps: {}, factory: () => ({}) }),
    });
    const loader = createBackendFeatureLoader({
      deps: { greeting },
      loader: () => [createServiceFactory({ service: greeting, deps: {}, factory: () => ({}) })],
    });
    await expect(startedWith(loader)).rejects.toThrow('Expected the factory for the service greeting before the service was first used');
  });

  test('that gives itself ends the start with the chain', async () => {
    const endless: BackendFeatureLoader = createBackendFeatureLoader({ name: 'endless', loader: () => [endless] });
    await expect(startedWith(endless)).rejects.toThrow(
      'give loaders at most 5 deep, got endless -> endless -> endless -> endless -> endless -> endless',
    );
  });

  test('that throws ends the start with its name and reason', async () => {
    const broken = createBackendFeatureLoader({
      name: 'from-git',
      loader() {
        throw new Error('no network');
      },
    });
    const outer = createBackendFeatureLoader({ name: 'all', loader: () => [broken] });
    await expect(startedWith(outer)).rejects.toThrow('to give backend features, got no network (all -> from-git)');
  });

  test('that asks for a service of a plugin is refused', async () => {
    const loader = createBackendFeatureLoader({ deps: { logger: coreServices.logger as never }, loader: () => [] });
    await expect(startedWith(loader)).rejects.toThrow('Expected root services to depend on root services only, got loader loader -> core.logger');
  });
});
