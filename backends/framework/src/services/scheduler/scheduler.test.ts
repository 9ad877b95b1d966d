import { afterEach, expect, test } from '@jest/globals';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

afterEach(stopAll);

test('runs of a task follow each other, also after a fault, and never overlap', async () => {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let [runs, atOnce, mostAtOnce] = [0, 0, 0];
  const plugin = pluginOf('tasks', ({ scheduler }) =>
    scheduler.scheduleTask({
      id: 'count',
      frequencyMs: 1,
      timeoutMs: 1_000,
      async run() {
        mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
        runs += 1;
        await new Promise(setImmediate);
        atOnce -= 1;
        if (runs === 3) resolve();
        throw new Error('a fault of one run');
      },
    }),
  );
  const { log, started } = await running({ features: [plugin] });
  await started;
  await enough;
  expect(mostAtOnce).toBe(1);
  expect(log.filter(line => line.includes('The task count failed')).length).toBeGreaterThanOrEqual(2);
});

test('a run is aborted when its time is up and when the backend stops', async () => {
  const reasons: unknown[] = [];
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const untilAborted = (signal: AbortSignal) =>
    new Promise<void>(end => {
      signal.addEventListener('abort', () => {
        reasons.push((signal.reason as Error).name);
        end();
      });
    });
  const plugin = pluginOf('tasks', ({ scheduler }) => {
    scheduler.scheduleTask({ id: 'short', frequencyMs: 60_000, timeoutMs: 1, run: signal => untilAborted(signal).then(resolve) });
    scheduler.scheduleTask({ id: 'long', frequencyMs: 60_000, timeoutMs: 60_000, run: untilAborted });
    expect(() => scheduler.scheduleTask({ id: 'long', frequencyMs: 1, timeoutMs: 1, run: untilAborted })).toThrow(
      'Expected one task long',
    );
  });
  const { backend, started } = await running({ features: [plugin] });
  await started;
  await begun;
  await backend.stop();
  expect(reasons).toEqual(['TimeoutError', 'AbortError']);
});

const tasksPath = '/api/tasks/.backstage/scheduler/v1/tasks';
const minuteMs = 60_000;

interface ListedTasks {
  readonly tasks: readonly { readonly taskId: string; readonly status: string; readonly startsAt?: string; readonly lastRunError?: string }[];
}

test('operators see the tasks of a plugin and run one of them now', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const plugin = pluginOf('tasks', ({ scheduler }) => {
    scheduler.scheduleTask({ id: 'nightly', frequency: { cron: '30 2 * * *' }, timeoutMs: minuteMs, run: async () => undefined });
    scheduler.scheduleTask({
      id: 'by-hand',
      frequency: { trigger: 'manual' },
      timeoutMs: minuteMs,
      run: () => gate.then(() => Promise.reject(new Error('found no disk'))),
    });
  });
  const { get, started } = await running({ features: [plugin] });
  await started;
  const list = async () => ((await (await get(tasksPath, { headers: asProgram })).json()) as ListedTasks).tasks;
  const trigger = async (id: string) => (await get(`${tasksPath}/${id}/trigger`, { method: 'POST', headers: asProgram })).status;

  const [nightly, byHand] = await list();
  expect(nightly).toMatchObject({ pluginId: 'tasks', scope: 'global', settings: { cadence: '30 2 * * *' }, status: 'idle' });
  expect(nightly?.startsAt).toMatch(/T02:30:00\.000Z$/);
  expect(byHand).toEqual({ taskId: 'by-hand', pluginId: 'tasks', scope: 'global', settings: { cadence: 'manual', timeoutMs: minuteMs }, status: 'idle' });
  expect([await trigger('by-hand'), await trigger('by-hand'), await trigger('nobody')]).toEqual([202, 409, 404]);
  expect((await list())[1]?.status).toBe('running');
  open();
  await gate;
  await new Promise(setImmediate);
  expect((await list())[1]).toMatchObject({ status: 'idle', lastRunError: 'found no disk' });
  expect((await get(tasksPath)).status).toBe(401);
});

test('a task that does not say when it runs is told in the log and harms nothing', async () => {
  const plugin = pluginOf('tasks', ({ scheduler }) =>
    scheduler.scheduleTask({ id: 'odd', frequency: { cron: 'every day' }, timeoutMs: minuteMs, run: async () => undefined }),
  );
  const { log, started } = await running({ features: [plugin] });
  expect((await started).plugins.tasks?.status).toBe('ok');
  expect(log.join('')).toContain('Expected task odd to say when it runs, got');
});

test('a schedule that is handed on runs what it is given, and operators end a run', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const plugin = pluginOf('tasks', async ({ scheduler }) => {
    const runner = scheduler.createScheduledTaskRunner({ frequency: { hours: 1 }, timeout: { minutes: 1 }, initialDelay: 0 });
    await runner.run({
      id: 'provide',
      fn: signal =>
        new Promise((_resolve, reject) => {
          begin();
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
  });
  const { get, started } = await running({ features: [plugin] });
  await started;
  await begun;
  const cancel = async (id: string) => (await get(`${tasksPath}/${id}/cancel`, { method: 'POST', headers: asProgram })).status;
  expect([await cancel('provide'), await cancel('provide'), await cancel('nobody')]).toEqual([202, 409, 404]);
  const { tasks } = (await (await get(tasksPath, { headers: asProgram })).json()) as ListedTasks;
  expect(tasks).toMatchObject([{ settings: { cadence: '3600000 ms', timeoutMs: minuteMs }, status: 'idle', lastRunError: expect.stringContaining('Cancelled') }]);
});

test('a task whose signal is aborted is done no more', async () => {
  const over = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const plugin = pluginOf('tasks', ({ scheduler }) =>
    scheduler.scheduleTask({
      id: 'once',
      frequency: { milliseconds: 1 },
      timeout: { minutes: 1 },
      signal: over.signal,
      fn: signal =>
        new Promise(resolve => {
          signal.addEventListener('abort', () => {
            end((signal.reason as Error).name);
            resolve();
          });
          over.abort();
        }),
    }),
  );
  await (await running({ features: [plugin] })).started;
  expect(await ended).toBe('AbortError');
});
