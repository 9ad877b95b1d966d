import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startMariadb, startPostgres } from '@portico/test-servers';
import type { RunningServer } from '@portico/test-servers';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';
import type { PluginServices } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const tasksPath = '/api/work/.backstage/scheduler/v1/tasks';
const pause = () => new Promise(resolve => setTimeout(resolve, 20));

describe.each([
  ['pg', startPostgres],
  ['mysql2', startMariadb],
] as const)('replicas that share a database by %s', (client, start) => {
  let server: RunningServer<object>;
  let installation = 0;

  beforeAll(async () => {
    server = await start();
  });
  afterEach(() => void (installation += 1));
  afterAll(() => server.stop());

  /** A replica with a plugin; those of one test belong to one installation. */
  async function replica(init: (services: PluginServices) => Promise<void> | void, more: object = {}) {
    const database = { client, connection: server.connection, prefix: `test_${installation}_` };
    const backend = await running({ features: [pluginOf('work', init)], data: { backend: { database, ...more } } as never });
    await backend.started;
    return backend;
  }

  test('run a task on one of them at a time, and go on when one stops', async () => {
    const counts = { first: 0, second: 0 };
    let [atOnce, mostAtOnce] = [0, 0];
    const counting = (name: keyof typeof counts) => ({ scheduler }: PluginServices) =>
      scheduler.scheduleTask({
        id: 'count',
        frequencyMs: 5,
        timeoutMs: 60_000,
        async run() {
          mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
          counts[name] += 1;
          await pause();
          atOnce -= 1;
        },
      });
    const first = await replica(counting('first'));
    await replica(counting('second'));
    while (counts.first + counts.second < 20) await pause();
    expect(mostAtOnce).toBe(1);
    await first.backend.stop();
    const { first: firstAtStop, second } = counts;
    while (counts.second < second + 5) await pause();
    expect(counts.first).toBe(firstAtStop);
  });

  test('refuse to run what another one runs, until that one has stopped', async () => {
    let runs = 0;
    const task = { id: 'count', frequency: { trigger: 'manual' }, timeoutMs: 60_000, run: async () => void (runs += 1) } as const;
    const lost = await replica(({ scheduler }) => {
      const untilAborted = (signal: AbortSignal) => new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()));
      scheduler.scheduleTask({ ...task, run: untilAborted });
    });
    const other = await replica(({ scheduler }) => scheduler.scheduleTask(task));
    await lost.get(`${tasksPath}/count/trigger`, { method: 'POST', headers: asProgram });
    expect((await other.get(`${tasksPath}/count/trigger`, { method: 'POST', headers: asProgram })).status).toBe(409);
    await lost.backend.stop();
    expect((await other.get(`${tasksPath}/count/trigger`, { method: 'POST', headers: asProgram })).status).toBe(202);
    while (runs === 0) await pause();
    expect(runs).toBe(1);
  });

  test('end what another one runs', async () => {
    const { promise: ended, resolve } = Promise.withResolvers<string>();
    const task = { id: 'long', frequency: { trigger: 'manual' }, timeoutMs: 60_000, run: async () => undefined } as const;
    const runner = await replica(({ scheduler }) => {
      const run = async (signal: AbortSignal) => signal.addEventListener('abort', () => resolve((signal.reason as Error).name));
      scheduler.scheduleTask({ ...task, run: async signal => void (await Promise.all([run(signal), ended])) });
    });
    const other = await replica(({ scheduler }) => scheduler.scheduleTask(task));
    const ask = async ({ get }: typeof other, what: string) =>
      (await get(`${tasksPath}/long/${what}`, { method: 'POST', headers: asProgram })).status;
    await ask(runner, 'trigger');
    expect([await ask(other, 'cancel'), await ask(other, 'cancel')]).toEqual([202, 409]);
    expect(await ended).toBe('AbortError');
  });

  test('take over from one that was lost in the middle of a run, once its lease is over', async () => {
    let runs = 0;
    let lose: () => Promise<void> = async () => undefined;
    await replica(async ({ database, scheduler }) => {
      scheduler.scheduleTask({ id: 'count', frequencyMs: 3_600_000, timeoutMs: 60_000, run: async () => void (runs += 1) });
      const knex = await database.getClient();
      // As a process that was killed leaves it: due, and held by somebody who is not there.
      const held = { holder: 'gone', lease_until: Date.now() + 500, next_run_at: 0 };
      lose = async () => void (await knex('portico_scheduled_tasks').update(held));
    });
    while (runs === 0) await pause();
    await lose();
    while (runs === 1) await pause();
    expect(runs).toBe(2);
  });

  test('hear what is published on another one, the newest payload also when they come later', async () => {
    const heard: Record<string, unknown[]> = { first: [], second: [], late: [] };
    const publishers: PluginServices['events'][] = [];
    const following = (name: string) => ({ events }: PluginServices) => {
      publishers.push(events);
      events.subscribe('work.revision', payload => heard[name]?.push(payload));
    };
    await replica(following('first'));
    await replica(following('second'));
    const [first, second] = publishers;
    first?.publish('work.revision', { revision: 1 });
    while (heard.second?.length === 0) await pause();
    second?.publish('work.revision', { revision: 2 });
    while (heard.first?.length === 1) await pause();
    expect([heard.first, heard.second]).toEqual([
      [{ revision: 1 }, { revision: 2 }],
      [{ revision: 1 }, { revision: 2 }],
    ]);
    await replica(following('late'));
    while (heard.late?.length === 0) await pause();
    expect(heard.late).toEqual([{ revision: 2 }]);
  });
});
