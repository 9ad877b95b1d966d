import { randomUUID } from 'node:crypto';
import { createError, frameworkErrors, messageOf } from '@portico/errors';
import type { LoggerService } from '../logger/logger-service.ts';
import type { LeaseStore, TaskRow } from './lease-store.ts';
import type { ScheduledTask } from './scheduler-service.ts';
import { cancelled, createAlarm, followingController } from './task-loop.ts';
import type { TaskLoop } from './task-loop.ts';
import type { RunTask } from './task-run.ts';
import { createTaskTiming, never } from './task-timing.ts';
import type { TaskTiming } from './task-timing.ts';

const leaseMs = 9_000;
const renewMs = 3_000;
// How soon a replica sees that another one is lost, or that somebody asked another one for a run.
const longestWaitMs = 3_000;
const retryMs = 1_000;

/** What `createGlobalLoop` takes. */
export interface GlobalLoopOptions {
  readonly store: Promise<LeaseStore>;
  readonly runTask: RunTask;
  readonly logger: LoggerService;
}

/** Of all replicas that share the store one runs the task at a time, for as long as it keeps its lease alive. */
export function createGlobalLoop(task: ScheduledTask, { store, runTask, logger }: GlobalLoopOptions): TaskLoop {
  const holder = randomUUID();
  const stopping = new AbortController();
  const alarm = createAlarm(() => void turn());
  let timing: TaskTiming | undefined;
  let turning: Promise<void> | undefined;
  let current: AbortController | undefined;

  async function runWithLease(leases: LeaseStore): Promise<void> {
    const { controller: lost, end } = followingController(stopping.signal);
    current = lost;
    let until = Date.now() + leaseMs;
    const renew = async (): Promise<void> => {
      const next = Date.now() + leaseMs;
      const kept = await leases.renew(task.id, { holder, until: next }).catch(() => undefined);
      if (kept) until = next;
      // A database that is away for a while takes nothing from us until the lease is over.
      else if (kept === false || Date.now() > until) lost.abort(new DOMException('Another replica has taken over', 'AbortError'));
    };
    const heartbeat = setInterval(() => void renew(), renewMs);
    const error = await runTask(task, lost.signal);
    clearInterval(heartbeat);
    end();
    await leases.release(task.id, { holder, nextRunAt: timing?.nextAfter(Date.now()) ?? never, error });
  }

  async function attempt(due: boolean): Promise<boolean> {
    const leases = await store;
    if (!(await leases.claim(task.id, { holder, until: Date.now() + leaseMs, due }))) return false;
    await runWithLease(leases);
    return true;
  }

  function waitFor(row: TaskRow | undefined): number {
    const due = Math.max(row?.nextRunAt ?? 0, row?.leaseUntil ?? 0) - Date.now();
    return Math.min(Math.max(due, 10), longestWaitMs);
  }

  /** One look at the table, with a run where it is our turn. */
  function turn(): Promise<void> {
    turning ??= (async () => {
      let waitMs = retryMs;
      try {
        await attempt(true);
        waitMs = waitFor(await (await store).read(task.id));
      } catch (thrown) {
        if (!stopping.signal.aborted) logger.warn(`The task ${task.id} waits for its database: ${messageOf(thrown)}`);
      }
      turning = undefined;
      if (!stopping.signal.aborted) alarm.set(waitMs);
    })();
    return turning;
  }

  return {
    async start() {
      timing = await createTaskTiming(task);
      const leases = await store;
      await leases.enter(task.id, { cadence: timing.cadence, nextRunAt: timing.firstAfter(Date.now()) });
      void turn();
    },
    async trigger() {
      const row = await (await store).read(task.id);
      if (turning && row?.holder === holder) throw createError(frameworkErrors.TASK_RUNNING, { task: task.id });
      await turning;
      if (row && row.leaseUntil > Date.now()) throw createError(frameworkErrors.TASK_RUNNING, { task: task.id });
      alarm.clear();
      turning = attempt(false).then(
        () => undefined,
        (thrown: unknown) => logger.warn(`The task ${task.id} could not be run: ${messageOf(thrown)}`),
      ).finally(() => {
        turning = undefined;
        if (!stopping.signal.aborted) alarm.set(0);
      });
    },
    async cancel() {
      const leases = await store;
      if (!(await leases.revoke(task.id, { nextRunAt: timing?.nextAfter(Date.now()) ?? never, error: cancelled().message }))) {
        throw createError(frameworkErrors.TASK_IDLE, { task: task.id });
      }
      // Another replica finds out when it renews its lease.
      current?.abort(cancelled());
    },
    async state() {
      const row = await (await store).read(task.id);
      return {
        running: (row?.leaseUntil ?? 0) > Date.now(),
        ...(row && row.nextRunAt !== never ? { startsAt: row.nextRunAt } : {}),
        ...(row?.lastRunEndedAt === undefined ? {} : { lastRunEndedAt: row.lastRunEndedAt }),
        ...(row?.lastRunError === undefined ? {} : { lastRunError: row.lastRunError }),
      };
    },
    async stop() {
      stopping.abort(new DOMException('The portal stops', 'AbortError'));
      alarm.clear();
      await turning;
    },
  };
}
