import { afterEach, describe, expect, test } from '@jest/globals';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';
import type { PluginServices } from '../fixtures/running-backend.ts';
import { createBackendModule, createBackendPlugin, coreServices } from '../index.ts';
import type { PluginView } from '../index.ts';

afterEach(stopAll);

const quick = { retry: { firstDelay: 1, longestDelay: 1 } };
const startup = (value: object = {}) => ({ backend: { startup: { ...quick, ...value } } }) as never;

/** A plugin whose first starts fail. */
function shaky(failures: number, init: (services: PluginServices, attempt: number) => void = () => undefined) {
  let attempt = 0;
  return pluginOf('shaky', async services => {
    attempt += 1;
    init(services, attempt);
    if (attempt <= failures) throw new Error(`attempt ${attempt} of postgres://portico:pass-word@db failed\n    at secret.ts:1`);
  });
}

async function until<T>(read: () => Promise<T> | T, wanted: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    await new Promise(setImmediate);
  }
}

async function viewsOf(get: (path: string, init?: RequestInit) => Promise<Response>) {
  const response = await get('/api/instance/plugins', { headers: asProgram });
  return ((await response.json()) as { plugins: Record<string, PluginView> }).plugins;
}

describe('a plugin that failed to start', () => {
  test('is reported without secrets and stack, and answers 503 at once with Retry-After', async () => {
    const { get, started } = await running({ features: [shaky(Infinity)], data: startup({ retry: { firstDelay: '1h' } }) });
    expect((await started).plugins.shaky).toMatchObject({ status: 'failed', attempts: 1, retryAt: expect.any(Date) });
    const readyz = await (await get('/readyz')).json();
    expect(readyz).toMatchObject({
      status: 'degraded',
      plugins: { shaky: { status: 'failed', reason: 'attempt 1 of postgres://***@db failed' } },
    });
    const answer = await get('/api/shaky/x', { headers: asProgram });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test('is tried again until it runs', async () => {
    const { get, started } = await running({
      features: [shaky(3, ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({ up: true })))],
      data: startup(),
    });
    await started;
    const answer = await until(() => get('/api/shaky/', { headers: asProgram }), ({ status }) => status === 200);
    expect(await answer.json()).toEqual({ up: true });
    const { shaky: view } = await viewsOf(get);
    expect(view).toMatchObject({ status: 'ok', attempts: 4 });
    expect(view?.reason).toBeUndefined();
    expect(await (await get('/readyz')).json()).toMatchObject({ status: 'ok' });
  });

  test('gives back what the failed attempt took: routes, hooks, tasks, topics, listeners', async () => {
    const left: string[] = [];
    const events: unknown[] = [];
    const plugin = shaky(1, (services, attempt) => {
      services.httpRouter.use((_request, response) => void response.json({ attempt }));
      services.rootHttpRouter.use('/shaky', (_request, response) => void response.json({ attempt }));
      services.lifecycle.addShutdownHook(() => void left.push(`hook ${attempt}`));
      services.rootLifecycle.addShutdownHook(() => void left.push(`root hook ${attempt}`));
      services.scheduler.scheduleTask({ id: 'same', frequencyMs: 3_600_000, timeoutMs: 1, run: async () => void left.push(`task ${attempt}`) });
      services.events.subscribe('news', () => void events.push(attempt));
    });
    const { backend, get, started } = await running({
      features: [plugin, pluginOf('teller', ({ events: bus, httpRouter }) => httpRouter.use((_request, response) => {
        bus.publish('news', {});
        response.json({});
      }))],
      data: startup(),
    });
    await started;
    await until(() => left.join(), text => text.includes('task 2'));
    expect(left).toEqual(['hook 1', 'root hook 1', 'task 2']);
    await get('/api/teller/', { headers: asProgram });
    expect(events).toEqual([2]);
    expect(await (await get('/shaky', { headers: asProgram })).json()).toEqual({ attempt: 2 });
    expect(await (await get('/api/shaky/', { headers: asProgram })).json()).toEqual({ attempt: 2 });
    await backend.stop();
    expect(left).toEqual(['hook 1', 'root hook 1', 'task 2', 'hook 2', 'root hook 2']);
  });

  test('is not tried again when no time can heal it', async () => {
    const plugin = createBackendPlugin({ pluginId: 'mute', register: () => undefined });
    const { started } = await running({ features: [plugin], data: startup() });
    const { plugins } = await started;
    expect(plugins.mute).toMatchObject({ status: 'failed', reason: 'Expected mute to call registerInit once, got 0 calls' });
    expect(plugins.mute?.retryAt).toBeUndefined();
  });

  test('is tried at once when an operator says so', async () => {
    const { get, started } = await running({ features: [shaky(1)], data: startup({ retry: { firstDelay: '1h', longestDelay: '1h' } }) });
    await started;
    const answer = await get('/api/instance/plugins/shaky/retry', { method: 'POST', headers: asProgram });
    expect(await answer.json()).toMatchObject({ retried: true, plugin: { status: 'ok', attempts: 2 } });
  });
});

describe('a plugin that hangs in its start', () => {
  test('does not keep the portal from being ready', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { get, started } = await running({ features: [pluginOf('slow', () => gate)], data: startup({ timeout: 1 }) });
    expect((await started).plugins.slow).toMatchObject({ status: 'starting', reason: expect.stringContaining('within 1 ms') });
    expect((await get('/readyz')).status).toBe(200);
    open();
    await until(() => viewsOf(get), ({ slow }) => slow?.status === 'ok');
  });
});

describe('a module that fails', () => {
  function withModule(failures: number) {
    let attempts = 0;
    const greeter = createBackendPlugin({
      pluginId: 'greeter',
      register: environment =>
        environment.registerInit({
          deps: { httpRouter: coreServices.httpRouter },
          init: ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({ attempts })),
        }),
    });
    const module = createBackendModule({
      pluginId: 'greeter',
      moduleId: 'shaky',
      register: environment =>
        environment.registerInit({
          deps: {},
          init() {
            attempts += 1;
            if (attempts <= failures) throw new Error('no key');
          },
        }),
    });
    return [greeter, module];
  }

  test('leaves its plugin working, which shows as degraded', async () => {
    const { get, started } = await running({ features: withModule(Infinity), data: startup({ retry: { firstDelay: '1h' } }) });
    await started;
    expect((await get('/api/greeter/', { headers: asProgram })).status).toBe(200);
    expect(await (await get('/readyz')).json()).toMatchObject({
      status: 'degraded',
      plugins: { greeter: { status: 'degraded', reason: 'shaky: no key', modules: { shaky: { status: 'failed', reason: 'no key' } } } },
    });
  });

  test('gets another chance by a restart of its plugin, while requests wait', async () => {
    const { get, started } = await running({ features: withModule(2), data: startup() });
    await started;
    const statuses = new Set<number>();
    await until(
      async () => {
        const answer = await get('/api/greeter/', { headers: asProgram });
        statuses.add(answer.status);
        return (await answer.json()) as { attempts: number };
      },
      ({ attempts }) => attempts === 3,
    );
    await until(() => viewsOf(get), ({ greeter }) => greeter?.status === 'ok');
    expect([...statuses]).toEqual([200]);
  });

  test.each([
    { plugins: { greeter: { modules: { shaky: { onPluginModuleBootFailure: 'abort' } } } } },
    { default: { onPluginModuleBootFailure: 'abort' } },
  ])('ends the start where the configuration says so: %j', async policy => {
    const { started } = await running({ features: withModule(Infinity), data: startup(policy) });
    await expect(started).rejects.toThrow('no key');
  });

  test('an exception for one module goes before the rule for all', async () => {
    const policy = {
      default: { onPluginModuleBootFailure: 'abort' },
      plugins: { greeter: { modules: { shaky: { onPluginModuleBootFailure: 'continue' } } } },
    };
    const { started } = await running({ features: withModule(Infinity), data: startup(policy) });
    expect((await started).plugins.greeter?.status).toBe('degraded');
  });
});

describe("the operator's view", () => {
  test('is for admins and services', async () => {
    const { get, started } = await running({});
    await started;
    expect((await get('/api/instance/plugins')).status).toBe(401);
    const views = await viewsOf(get);
    expect(views.probe).toMatchObject({ status: 'ok', attempts: 1, modules: {}, unhandledRejections: 0, startMs: expect.any(Number) });
    const unknown = await get('/api/instance/plugins/nobody/retry', { method: 'POST', headers: asProgram });
    expect(unknown.status).toBe(404);
  });
});

describe('backend.plugins', () => {
  const two = [pluginOf('one', () => undefined), pluginOf('two', () => undefined)];
  const own = ['events', 'instance'];

  test.each([
    [['one', 'probe'], ['one', 'probe']],
    [{ include: ['two', 'probe'] }, ['probe', 'two']],
    [{ exclude: ['two'] }, ['one', 'probe']],
    [{ exclude: ['two'], one: { process: 'shared' } }, ['one', 'probe']],
  ])('%j chooses the plugins of this process', async (plugins, expected) => {
    const { started } = await running({ features: two, data: { backend: { plugins } } as never });
    expect(Object.keys((await started).plugins).toSorted()).toEqual([...own, ...expected].toSorted());
  });

  test('refuses names that nobody knows', async () => {
    const refused = running({ features: two, data: { backend: { plugins: ['probe', 'thre'] } } });
    await expect(refused).rejects.toThrow('Expected backend.plugins to name plugins of this installation (probe, one, two), got thre');
  });
});
