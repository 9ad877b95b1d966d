import { createError, frameworkErrors } from '@portico/errors';
import type { ScheduledTask } from './scheduler-service.ts';
import { cancelled, createAlarm, followingController } from './task-loop.ts';
import type { TaskLoop } from './task-loop.ts';
import type { RunTask } from './task-run.ts';
import { createTaskTiming, never } from './task-timing.ts';
import type { TaskTiming } from './task-timing.ts';

/** Timers of this process. */
export function createLocalLoop(task: ScheduledTask, runTask: RunTask): TaskLoop {
  const stopping = new AbortController();
  let timing: TaskTiming | undefined;
  let running: Promise<void> | undefined;
  let current: AbortController | undefined;
  let startsAt = never;
  let last: { lastRunEndedAt?: number; lastRunError?: string } = {};
  const alarm = createAlarm(() => void runOnce());

  function plan(at: number): void {
    startsAt = at;
    if (at !== never && !stopping.signal.aborted) alarm.set(at - Date.now());
  }

  function runOnce(): Promise<void> {
    alarm.clear();
    running ??= (async () => {
      const run = followingController(stopping.signal);
      current = run.controller;
      const fault = await runTask(task, current.signal);
      run.end();
      last = { lastRunEndedAt: Date.now(), ...(fault === undefined ? {} : { lastRunError: fault }) };
      running = undefined;
      plan(timing?.nextAfter(Date.now()) ?? never);
    })();
    return running;
  }

  return {
    async start() {
      timing = await createTaskTiming(task);
      plan(timing.firstAfter(Date.now()));
    },
    async trigger() {
      if (running) throw createError(frameworkErrors.TASK_RUNNING, { task: task.id });
      void runOnce();
    },
    async cancel() {
      if (!running) throw createError(frameworkErrors.TASK_IDLE, { task: task.id });
      current?.abort(cancelled());
    },
    state: async () => ({ running: running !== undefined, ...(startsAt === never ? {} : { startsAt }), ...last }),
    async stop() {
      stopping.abort();
      alarm.clear();
      await running;
    },
  };
}
