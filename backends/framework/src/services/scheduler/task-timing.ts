import { durationMs } from '@portico/config';
import { createError, frameworkErrors, messageOf } from '@portico/errors';
import type { ScheduledTask, TaskFrequency } from './scheduler-service.ts';

/** When a task is due. Instants are milliseconds since 1970; `never` for a task that waits to be asked for. */
export interface TaskTiming {
  readonly cadence: string;
  firstAfter(now: number): number;
  nextAfter(now: number): number;
}

/** Later than every other instant, and exact in every database. */
export const never = Number.MAX_SAFE_INTEGER;

function intervalOf(frequency: TaskFrequency | undefined): number | undefined {
  if (!frequency || 'cron' in frequency || 'trigger' in frequency) return undefined;
  return durationMs(frequency);
}

/** @throws FRAMEWORK_TASK_FREQUENCY_INVALID */
export async function createTaskTiming(task: ScheduledTask): Promise<TaskTiming> {
  const { id, frequency, initialDelayMs = 0 } = task;
  const frequencyMs = task.frequencyMs ?? intervalOf(frequency);
  if (frequencyMs !== undefined && frequencyMs >= 0) {
    return { cadence: `${frequencyMs} ms`, firstAfter: now => now + initialDelayMs, nextAfter: now => now + frequencyMs };
  }
  if (frequency && 'trigger' in frequency) return { cadence: 'manual', firstAfter: () => never, nextAfter: () => never };
  const expression = frequency && 'cron' in frequency ? frequency.cron : '';
  const { Cron } = await import('croner');
  try {
    const cron = new Cron(expression, { paused: true, timezone: 'UTC' });
    const next = (now: number) => cron.nextRun(new Date(now))?.getTime() ?? never;
    return { cadence: expression, firstAfter: next, nextAfter: next };
  } catch (cause) {
    const received = expression ? `"${expression}" (${messageOf(cause)})` : 'neither frequency nor frequencyMs';
    throw createError(frameworkErrors.TASK_FREQUENCY_INVALID, { task: id, received }, { cause });
  }
}
