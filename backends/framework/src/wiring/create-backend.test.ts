import { afterEach, describe, expect, test } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { json } from 'node:stream/consumers';
import { parseShape, readinessSchema } from '@portico/contracts';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';
import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createExtensionPoint,
  createServiceFactory,
  createServiceRef,
} from '../index.ts';

afterEach(stopAll);

const failing = pluginOf('failing', () => {
  throw new Error('no disk');
});

describe('start', () => {
  test('holds requests to a plugin that is still starting', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const slow = pluginOf('slow', async ({ httpRouter }) => {
      await gate;
      httpRouter.use((_request, response) => void response.json({ ready: true }));
    });
    const { get } = await running({ features: [slow] });
    const held = get('/api/slow/', { headers: asProgram });
    expect((await get('/readyz')).status).toBe(503);
    open();
    expect(await (await held).json()).toEqual({ ready: true });
  });

  test('answers 503 with Retry-After when a plugin takes too long', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { get, started } = await running({ features: [pluginOf('slow', () => gate)], holdMs: 1 });
    const responses = await Promise.all([get('/api/slow/'), get('/somewhere', { headers: { accept: 'text/html' } })]);
    expect(responses.map(({ status }) => status)).toEqual([503, 503]);
    expect(responses.map(({ headers }) => headers.get('retry-after'))).toEqual(['5', '5']);
    open();
    await started;
  });

  test('a plugin that fails degrades the portal and does not take others down', async () => {
    const fine = pluginOf('fine', ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})));
    const { get, started } = await running({ features: [failing, fine] });
    expect((await started).plugins).toMatchObject({ failing: { status: 'failed', reason: 'no disk' }, fine: { status: 'ok' } });
    const readyz = await get('/readyz');
    const readiness = parseShape(readinessSchema, await readyz.json());
    expect([readyz.status, readiness.ok && readiness.value.status]).toEqual([200, 'degraded']);
    expect((await get('/api/failing/')).status).toBe(503);
    expect((await get('/api/fine/', { headers: asProgram })).status).toBe(200);
  });

  test('a port in use is named with a way out', async () => {
    const { port } = await running({});
    await expect(running({ port })).rejects.toThrow(`Expected port ${port} on 127.0.0.1 to be free`);
  });

  test.each([
    [[pluginOf('twice', () => undefined), pluginOf('twice', () => undefined)], 'Expected one plugin twice, got two'],
    [
      [createBackendModule({ pluginId: 'absent', moduleId: 'extra', register: () => undefined })],
      'Expected the plugin absent beside',
    ],
    [[pluginOf('Bad_Id', () => undefined)], 'Expected a plugin id of lower-case letters'],
  ])('faults of the installation stop it (%#)', async (features, message) => {
    await expect(running({ features })).rejects.toThrow(message);
  });
});

describe('wiring', () => {
  test('modules run before their plugin and fill its extension point', async () => {
    const point = createExtensionPoint<{ add(name: string): void }>({ id: 'greeter.names' });
    const names: string[] = [];
    let seen: string[] = [];
    const greeter = createBackendPlugin({
      pluginId: 'greeter',
      register(environment) {
        environment.registerExtensionPoint(point, { add: name => void names.push(name) });
        environment.registerInit({ deps: {}, init: () => void (seen = [...names]) });
      },
    });
    const module = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'ada',
      register: environment => environment.registerInit({ deps: { point }, init: deps => deps.point.add('ada') }),
    });
    const { started } = await running({ features: [greeter, module] });
    expect((await started).plugins.greeter?.status).toBe('ok');
    expect(seen).toEqual(['ada']);
  });

  test('a service that nobody makes and services in a circle are named with their chain', async () => {
    const lonely = createServiceRef<object>({ id: 'lonely' });
    const left = createServiceRef<object>({ id: 'left' });
    const right = createServiceRef<object>({ id: 'right' });
    const asking = (pluginId: string, service: typeof lonely) =>
      createBackendPlugin({
        pluginId,
        register: environment => environment.registerInit({ deps: { service }, init: () => undefined }),
      });
    const services = [
      createServiceFactory({ service: left, deps: { right }, factory: () => ({}) }),
      createServiceFactory({ service: right, deps: { left }, factory: () => ({}) }),
    ];
    const { started } = await running({ features: [asking('one', lonely), asking('two', left)], services });
    const { plugins } = await started;
    expect(plugins.one?.reason).toBe('Expected a factory for the service lonely, got none (one -> lonely)');
    expect(plugins.two?.reason).toBe('Expected services without a circle, got left -> right -> left');
  });

  test('an installation replaces a core service', async () => {
    let id = '';
    const discovery = createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => ({ getBaseUrl: async pluginId => `http://elsewhere/${pluginId}` }),
    });
    const asker = pluginOf('asker', async services => void (id = await services.discovery.getBaseUrl('catalog')));
    await (
      await running({ features: [asker], services: [discovery] })
    ).started;
    expect(id).toBe('http://elsewhere/catalog');
  });
});

test('a stop finishes the request that is under way, then runs plugin hooks before root hooks', async () => {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const order: string[] = [];
  const slow = pluginOf('slow', ({ httpRouter, lifecycle, rootLifecycle }) => {
    httpRouter.use(async (_request, response) => {
      arrive();
      await gate;
      order.push('answer');
      response.json({ whole: true });
    });
    rootLifecycle.addShutdownHook(() => void order.push('root hook'));
    lifecycle.addShutdownHook(() => {
      order.push('plugin hook');
      throw new Error('a hook that fails is only logged');
    });
  });
  const { backend, port, started, get } = await running({ features: [slow] });
  await started;
  const answer = new Promise<unknown>((resolve, reject) => {
    httpRequest({ port, path: '/api/slow/', headers: asProgram, agent: false }, response => resolve(json(response)))
      .on('error', reject)
      .end();
  });
  await arrived;
  const stopped = backend.stop();
  await expect(get('/healthz')).rejects.toThrow('fetch failed');
  open();
  expect(await answer).toEqual({ whole: true });
  await stopped;
  expect(order).toEqual(['answer', 'plugin hook', 'root hook']);
});
