import { durationMs } from '@portico/config';
import type { PlannedFunction, ScheduledTask, SchedulerService, TaskRunner, TaskSchedule } from './scheduler-service.ts';

/** One form of the two in which `scheduleTask` takes a task. */
export function scheduledTaskOf(task: ScheduledTask | PlannedFunction): ScheduledTask {
  if ('run' in task) return task;
  const { id, frequency, timeout, initialDelay, scope, fn } = task;
  return {
    id,
    frequency,
    timeoutMs: durationMs(timeout) ?? Number.NaN,
    ...(initialDelay === undefined ? {} : { initialDelayMs: durationMs(initialDelay) ?? Number.NaN }),
    ...(scope === undefined ? {} : { scope }),
    run: async signal => fn(signal),
  };
}

/** `createScheduledTaskRunner` on top of `scheduleTask`. */
export function createTaskRunner(scheduler: Pick<SchedulerService, 'scheduleTask'>, schedule: TaskSchedule): TaskRunner {
  return { run: async task => scheduler.scheduleTask({ ...schedule, ...task }) };
}
