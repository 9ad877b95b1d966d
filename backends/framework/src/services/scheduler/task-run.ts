import { messageOf } from '@portico/errors';
import { startTimeLimit } from '../../time/time-limit.ts';
import type { LoggerService } from '../logger/logger-service.ts';
import type { MetricsRegistry } from '../metrics/metrics-registry.ts';
import type { ScheduledTask } from './scheduler-service.ts';

/** Runs a task once; gives the words of its fault. Never rejects. */
export type RunTask = (task: ScheduledTask, stopping: AbortSignal) => Promise<string | undefined>;

/** What `createTaskRun` takes. */
export interface TaskRunOptions {
  readonly pluginId: string;
  readonly logger: LoggerService;
  readonly metrics: MetricsRegistry;
}

/** Each run has a time limit, and its end is counted. */
export function createTaskRun({ pluginId, logger, metrics }: TaskRunOptions): RunTask {
  const labelNames = ['plugin', 'task', 'result'];
  const durations = metrics.createHistogram({
    name: 'portico_task_duration_seconds',
    help: 'Time that a run of a scheduled task took',
    labelNames,
    buckets: [0.01, 0.1, 1, 10, 60, 600],
  });
  return async (task, stopping) => {
    const limit = startTimeLimit(task.timeoutMs, stopping);
    const beganAt = performance.now();
    let fault: string | undefined;
    try {
      await task.run(limit.signal);
    } catch (thrown) {
      fault = messageOf(thrown);
      if (!stopping.aborted) logger.error(`The task ${task.id} failed: ${fault}`, thrown instanceof Error ? thrown : {});
    } finally {
      limit.end();
    }
    const result = fault === undefined ? 'succeeded' : 'failed';
    durations.observe((performance.now() - beganAt) / 1_000, { plugin: pluginId, task: task.id, result });
    return fault;
  };
}
