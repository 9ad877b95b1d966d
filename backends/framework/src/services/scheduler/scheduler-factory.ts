import { createError, frameworkErrors } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import type { DatabaseService } from '../database/database-service.ts';
import { sharesDatabase } from '../database/shares-database.ts';
import { metricsRegistryRef } from '../internal-services.ts';
import { createGlobalLoop } from './global-loop.ts';
import { createLeaseStore } from './lease-store.ts';
import type { LeaseStore } from './lease-store.ts';
import { createLocalLoop } from './local-loop.ts';
import type { ScheduledTask, SchedulerService, TaskDescription } from './scheduler-service.ts';
import { createSchedulerRouter } from './scheduler-router.ts';
import { createTaskRunner, scheduledTaskOf } from './task-forms.ts';
import { createTaskRun } from './task-run.ts';
import type { TaskLoop } from './task-loop.ts';
import { createTaskTiming } from './task-timing.ts';

async function openLeases(database: DatabaseService): Promise<LeaseStore> {
  const store = createLeaseStore(await database.getClient());
  await store.prepare();
  return store;
}

async function describe(pluginId: string, task: ScheduledTask, loop: TaskLoop): Promise<TaskDescription> {
  const { running, startsAt, lastRunEndedAt, lastRunError } = await loop.state();
  const instant = (at: number) => new Date(at).toISOString();
  return {
    taskId: task.id,
    pluginId,
    scope: task.scope ?? 'global',
    settings: { cadence: (await createTaskTiming(task)).cadence, timeoutMs: task.timeoutMs },
    status: running ? 'running' : 'idle',
    ...(startsAt === undefined ? {} : { startsAt: instant(startsAt) }),
    ...(lastRunEndedAt === undefined ? {} : { lastRunEndedAt: instant(lastRunEndedAt) }),
    ...(lastRunError === undefined ? {} : { lastRunError }),
  };
}

/** Timers of this process, and leases in the plugin's database where replicas share it. */
export const schedulerFactory = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    auditor: coreServices.auditor,
    database: coreServices.database,
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    metrics: metricsRegistryRef,
    plugin: coreServices.pluginMetadata,
    rootConfig: coreServices.rootConfig,
    rootLifecycle: coreServices.rootLifecycle,
  },
  factory({ auditor, database, httpAuth, httpRouter, lifecycle, logger, metrics, plugin, rootConfig, rootLifecycle }): SchedulerService {
    const loops = new Map<string, { readonly task: ScheduledTask; readonly loop: TaskLoop }>();
    const runTask = createTaskRun({ pluginId: plugin.id, logger, metrics });
    const hasReplicas = sharesDatabase(rootConfig, plugin.id);
    let leases: Promise<LeaseStore> | undefined;

    function loopFor(task: ScheduledTask): TaskLoop {
      if (task.scope === 'local' || !hasReplicas) return createLocalLoop(task, runTask);
      leases ??= openLeases(database);
      // Told by the loop's start.
      leases.catch(() => undefined);
      return createGlobalLoop(task, { store: leases, runTask, logger });
    }

    function loopOf(id: string): TaskLoop {
      const known = loops.get(id);
      if (!known) throw createError(frameworkErrors.TASK_UNKNOWN, { task: id, plugin: plugin.id });
      return known.loop;
    }

    lifecycle.addShutdownHook(async () => {
      await Promise.all([...loops.values()].map(({ loop }) => loop.stop()));
    });
    const scheduler: SchedulerService = {
      scheduleTask(given) {
        const task = scheduledTaskOf(given);
        if (loops.has(task.id)) throw createError(frameworkErrors.TASK_DUPLICATE, { task: task.id, plugin: plugin.id });
        const loop = loopFor(task);
        loops.set(task.id, { task, loop });
        // Not before all plugins have started: what tasks do would delay the moment at which the first request is answered.
        rootLifecycle.addStartupHook(() => loop.start());
        if ('signal' in given) given.signal?.addEventListener('abort', () => void loop.stop(), { once: true });
      },
      createScheduledTaskRunner: schedule => createTaskRunner(scheduler, schedule),
      triggerTask: async id => loopOf(id).trigger(),
      cancelTask: async id => loopOf(id).cancel(),
      getScheduledTasks: () => Promise.all([...loops.values()].map(({ task, loop }) => describe(plugin.id, task, loop))),
    };
    httpRouter.use(createSchedulerRouter({ auditor, httpAuth, scheduler }));
    return scheduler;
  },
});
