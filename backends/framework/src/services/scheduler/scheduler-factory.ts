import { createError, frameworkErrors, messageOf } from '@portico/errors';
import { startTimeLimit } from '../../time/time-limit.ts';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import type { ScheduledTask, SchedulerService } from './scheduler-service.ts';

/** Timers of this process. */
export const schedulerFactory = createServiceFactory({
  service: coreServices.scheduler,
  deps: { lifecycle: coreServices.lifecycle, logger: coreServices.logger, plugin: coreServices.pluginMetadata },
  factory({ lifecycle, logger, plugin }): SchedulerService {
    const stopping = new AbortController();
    const running = new Set<Promise<void>>();
    const timers = new Set<NodeJS.Timeout>();
    const ids = new Set<string>();

    async function runOnce(task: ScheduledTask): Promise<void> {
      const limit = startTimeLimit(task.timeoutMs, stopping.signal);
      try {
        await task.run(limit.signal);
      } catch (thrown) {
        if (stopping.signal.aborted) return;
        logger.error(`The task ${task.id} failed: ${messageOf(thrown)}`, thrown instanceof Error ? thrown : {});
      } finally {
        limit.end();
      }
    }

    function plan(task: ScheduledTask, delayMs: number): void {
      if (stopping.signal.aborted) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        const run = runOnce(task).finally(() => {
          running.delete(run);
          plan(task, task.frequencyMs);
        });
        running.add(run);
      }, delayMs);
      timers.add(timer.unref());
    }

    lifecycle.addShutdownHook(async () => {
      stopping.abort();
      timers.forEach(timer => clearTimeout(timer));
      await Promise.all(running);
    });
    return {
      scheduleTask(task) {
        if (ids.has(task.id)) throw createError(frameworkErrors.TASK_DUPLICATE, { task: task.id, plugin: plugin.id });
        ids.add(task.id);
        lifecycle.addStartupHook(() => plan(task, task.initialDelayMs ?? 0));
      },
    };
  },
});
