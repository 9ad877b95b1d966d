import { afterEach, describe, expect, test } from '@jest/globals';
import { kill } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from '../fixtures/launched-backend.ts';
import { pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const headers = { authorization: 'Bearer test-token' };
const quick = 'startup: { retry: { firstDelay: 1, longestDelay: 1 } }';
const own = (more = '') => `backend: { plugins: { lonely: { process: own${more} } }, ${quick} }`;

async function start(config = own()) {
  const backend = await launch({ config });
  const { url } = await backend.ready;
  const get = (path: string) => fetch(`${url}${path}`, { headers });
  const json = async <T>(path: string) => (await (await get(path)).json()) as T;
  const lonely = (path = '/') => json<{ pid: number; principal: unknown; heard?: unknown; port: number }>(`/api/lonely${path}`);
  const state = async () => (await json<{ plugins: Record<string, { status: string; reason?: string }> }>('/readyz')).plugins.lonely;
  return { ...backend, url, get, json, lonely, state };
}

async function until<T>(read: () => Promise<T>, wanted: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (wanted(value)) return value;
    await pause(5);
  }
}

const isAlive = (pid: number) => {
  try {
    return kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a plugin in a process of its own', () => {
  test('answers through the backend, knows its callers, and shares topics and root paths with it', async () => {
    const { child, get, json, lonely, url } = await start();
    const { pid, principal } = await lonely();
    expect(pid).not.toBe(child.pid);
    expect((await json<{ pid: number }>('/api/teller/')).pid).toBe(child.pid);
    expect(principal).toEqual(expect.objectContaining({ type: 'service' }));
    expect((await fetch(`${url}/api/lonely/`)).status).toBe(401);
    await get('/api/teller/tell');
    await until(() => lonely(), ({ heard }) => heard !== undefined);
    await get('/api/lonely/tell');
    await until(() => json<{ heard?: unknown }>('/api/teller/'), ({ heard }) => heard !== undefined);
    expect(await json('/lonely/below')).toEqual({ path: '/below', pid });
    const { plugins } = await json<{ plugins: Record<string, { process?: unknown }> }>('/api/instance/plugins');
    expect(plugins.lonely).toMatchObject({ status: 'ok', process: { pid, restarts: 0 } });
  });

  test('counts into the metrics of the backend, where its series name it', async () => {
    const { get, lonely } = await start(`backend: { metrics: { enabled: true }, plugins: { lonely: { process: own } }, ${quick} }`);
    const { pid } = await lonely();
    const text = await (await get('/metrics')).text();
    const answers = 'portico_http_request_duration_seconds_count';
    expect(text).toContain(`${answers}{plugin="lonely",route="api",method="GET",status="200"} 1`);
    expect(text).toContain(`${answers}{process="lonely",plugin="lonely",route="api",method="GET",status="200"} 1`);
    expect(text.match(/^# TYPE process_resident_memory_bytes gauge$/gm)).toHaveLength(1);
    kill(pid, 'SIGKILL');
    expect((await get('/metrics')).status).toBe(200);
  });

  test('that is killed is answered for with 503 and Retry-After, and comes back', async () => {
    const { get, lonely, state } = await start(
      'backend: { plugins: { lonely: { process: own } }, startup: { retry: { firstDelay: 300, longestDelay: 300 } } }',
    );
    const { pid } = await lonely();
    kill(pid, 'SIGKILL');
    const away = await until(() => get('/api/lonely/'), ({ status }) => status !== 200);
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    const again = await until(
      () => get('/api/lonely/'),
      ({ status }) => status === 200,
    );
    expect(((await again.json()) as { pid: number }).pid).not.toBe(pid);
    await until(state, view => view?.status === 'ok');
  });

  test('takes down nobody but itself by an exception that nobody caught', async () => {
    const { child, exit, get, json, lonely, output, state } = await start();
    const { pid } = await lonely();
    await get('/api/lonely/crash');
    await until(
      async () => (await get('/api/lonely/')).status === 200 && (await lonely()).pid !== pid,
      Boolean,
    );
    expect((await json<{ pid: number }>('/api/teller/')).pid).toBe(child.pid);
    await until(state, view => view?.status === 'ok');
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    const log = await output;
    expect(log).toContain('"msg":"lonely is up"');
    expect(log).toMatch(/"plugin":"lonely","process":\d+,.*An exception was not caught/);
    expect(log).toMatch(/The process of the plugin ended \(exit code 1\); it starts again/);
    expect(log).toContain('lonely goes');
  });

  test('is started anew when it holds more memory than it may', async () => {
    const { exit, child, get, lonely, output } = await start(own(', memoryLimit: 250MB'));
    const { pid } = await lonely();
    await get('/api/lonely/grow');
    await until(
      async () => (await get('/api/lonely/')).status === 200 && (await lonely()).pid !== pid,
      Boolean,
    );
    child.kill('SIGTERM');
    await exit;
    expect(await output).toMatch(/ended \(more memory than it may hold: \d+ MB of 250 MB\)/);
  });

  test('is started anew when it gives no sign of life', async () => {
    const { exit, child, get, lonely, output } = await start(own(', unresponsiveAfter: 3s'));
    const { pid } = await lonely();
    kill(pid, 'SIGSTOP');
    await until(() => Promise.resolve(isAlive(pid)), alive => !alive);
    await until(
      async () => (await get('/api/lonely/')).status,
      status => status === 200,
    );
    child.kill('SIGTERM');
    await exit;
    expect(await output).toContain('The process of the plugin ended (no sign of life for 3000 ms); it starts again');
  });

  test('that fails to start shows why, and does not keep the others from starting', async () => {
    const { json, state } = await start(`lonely: { fails: true }\n${own()}`);
    expect(await state()).toMatchObject({ status: 'failed', reason: expect.stringContaining('JSON') });
    expect(await json('/api/teller/')).toMatchObject({ pid: expect.any(Number) });
  });

  test('ends the start where nothing may run without it', async () => {
    const config = `lonely: { fails: true }
backend: { plugins: { lonely: { process: own } }, startup: { plugins: { lonely: { onPluginBootFailure: abort } } } }`;
    const { exit, output } = await launch({ config });
    expect(await exit).toBe(1);
    expect(await output).toContain('Expected the process of the plugin lonely to run, got: ');
  });

  test('ends with the backend, also when that is killed', async () => {
    const { child, lonely } = await start();
    const { pid } = await lonely();
    child.kill('SIGKILL');
    while (isAlive(pid)) await pause(20);
    expect(isAlive(pid)).toBe(false);
  });
});

test('a backend that cannot start processes says so', async () => {
  const data = { backend: { plugins: { demo: { process: 'own' } } } };
  await expect(running({ features: [pluginOf('demo', () => undefined)], data })).rejects.toThrow(
    'Expected a backend that can start processes for backend.plugins.demo.process: own',
  );
});
