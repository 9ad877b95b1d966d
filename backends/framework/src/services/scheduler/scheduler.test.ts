import { afterEach, expect, test } from '@jest/globals';
import { pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

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
