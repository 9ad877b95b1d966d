import { afterEach, describe, expect, test } from '@jest/globals';
import { running, stopAll } from '../fixtures/running-backend.ts';
import { coreServices, createBackendPlugin, createServiceFactory, createServiceRef } from '../index.ts';
import type { ServiceRef } from '../index.ts';

afterEach(stopAll);

function asking<T>(pluginId: string, service: ServiceRef<T>, use: (instance: T) => void = () => undefined) {
  return createBackendPlugin({
    pluginId,
    register: environment => environment.registerInit({ deps: { service }, init: deps => use(deps.service as T) }),
  });
}

describe('services of an installation', () => {
  test('are added like features', async () => {
    const clock = createServiceRef<{ now(): string }>({ id: 'acme.clock' });
    const factory = createServiceFactory({
      service: clock,
      deps: { plugin: coreServices.pluginMetadata },
      factory: ({ plugin }) => ({ now: () => `noon at ${plugin.id}` }),
    });
    let seen = '';
    const { started } = await running({ features: [factory, asking('asker', clock, service => void (seen = service.now()))] });
    await started;
    expect(seen).toBe('noon at asker');
  });

  test('two of the same id are refused with the way out', async () => {
    const clock = createServiceRef<object>({ id: 'acme.clock' });
    const factory = createServiceFactory({ service: clock, deps: {}, factory: () => ({}) });
    await expect(running({ features: [factory, factory] })).rejects.toMatchObject({
      message: 'Expected one factory for the service acme.clock among the added features, got two',
      fix: 'Remove one of the two add() calls, or declare the service with multiton: true',
    });
  });

  test('a multiton has as many as were added, none included', async () => {
    const checks = createServiceRef<string>({ id: 'acme.checks', multiton: true });
    const none = createServiceRef<string>({ id: 'acme.none', multiton: true });
    const check = (name: string) => createServiceFactory({ service: checks, deps: {}, factory: () => name });
    let seen: unknown;
    const plugin = createBackendPlugin({
      pluginId: 'asker',
      register: environment =>
        environment.registerInit({ deps: { checks, none }, init: deps => void (seen = [deps.checks, deps.none]) }),
    });
    await (
      await running({ features: [check('first'), check('second'), plugin] })
    ).started;
    expect(seen).toEqual([['first', 'second'], []]);
  });

  test('are made when asked for, or always: once per process, or in every plugin', async () => {
    const made: string[] = [];
    const rootService = createServiceRef<object, 'root'>({ id: 'acme.root', scope: 'root' });
    const pluginService = createServiceRef<object>({ id: 'acme.plugin' });
    const lazy = createServiceRef<object>({ id: 'acme.lazy' });
    const features = [
      createServiceFactory({
        service: rootService,
        deps: {},
        initialization: 'always',
        factory: () => ({ made: made.push('root') }),
      }),
      createServiceFactory({
        service: pluginService,
        deps: { plugin: coreServices.pluginMetadata },
        initialization: 'always',
        factory: ({ plugin }) => ({ made: made.push(plugin.id) }),
      }),
      createServiceFactory({ service: lazy, deps: {}, factory: () => ({ made: made.push('lazy') }) }),
    ];
    await (
      await running({ features: [...features, asking('one', pluginService)] })
    ).started;
    expect(made.toSorted()).toEqual(['events', 'instance', 'one', 'probe', 'root']);
  });

  test('that are made always and fail stop the start', async () => {
    const store = createServiceRef<object, 'root'>({ id: 'acme.store', scope: 'root' });
    const factory = createServiceFactory({
      service: store,
      deps: {},
      initialization: 'always',
      factory() {
        throw new Error('no disk');
      },
    });
    await expect(running({ features: [factory] })).rejects.toThrow('no disk');
  });

  test('share a root context, which is made of root services only', async () => {
    const counter = createServiceRef<number>({ id: 'acme.counter' });
    let contexts = 0;
    const factory = createServiceFactory({
      service: counter,
      deps: { config: coreServices.rootConfig, plugin: coreServices.pluginMetadata },
      createRootContext: ({ config, plugin }) => ({ context: (contexts += 1), title: config.getString('app.title'), plugin }),
      factory: (_deps, shared) => (shared.title === 'Shared' && shared.plugin === undefined ? shared.context : -1),
    });
    const seen: number[] = [];
    const ask = (id: string) => asking(id, counter, service => void seen.push(service));
    await (
      await running({ features: [factory, ask('one'), ask('two')], data: { app: { title: 'Shared' } } })
    ).started;
    expect([contexts, seen]).toEqual([1, [1, 1]]);
  });

  test('an override of a root service reaches those that depend on it', async () => {
    const health = createServiceFactory({
      service: coreServices.rootHealth,
      deps: {},
      factory: () => ({
        getLiveness: async () => ({ status: 200 }),
        getReadiness: async () => ({ status: 503, payload: { status: 'in maintenance' } }),
      }),
    });
    const { started, get } = await running({ features: [health], data: { backend: { health: { headers: { 'x-probe': 'seen' } } } } });
    await started;
    const readyz = await get('/readyz');
    expect([readyz.status, await readyz.json(), readyz.headers.get('x-probe')]).toEqual([503, { status: 'in maintenance' }, 'seen']);
  });
});
