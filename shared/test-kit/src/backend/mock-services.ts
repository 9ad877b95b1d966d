import { coreServices, createServiceFactory, createTaskRunner, createUrlReader, scheduledTaskOf } from '@portico/backend-framework';
import type { LoggerService, LogMeta, ReadUrlResult, ScheduledTask, SchedulerService, ServiceFactory } from '@portico/backend-framework';
import { createError, frameworkErrors } from '@portico/errors';

/** A line that was logged. */
export interface LoggedLine {
  readonly level: 'error' | 'warn' | 'info' | 'debug';
  readonly message: string;
  readonly meta?: LogMeta;
}

/** A logger that keeps its lines. */
function logger(): { readonly factory: ServiceFactory; readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const at = (level: LoggedLine['level']) => (message: string, meta?: LogMeta) =>
    void lines.push({ level, message, ...(meta === undefined ? {} : { meta }) });
  const service: LoggerService = { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug'), child: () => service };
  return { lines, factory: createServiceFactory({ service: coreServices.logger, deps: {}, factory: () => service }) };
}

/** A scheduler without a clock: tasks run when a test says so. */
function scheduler(): { readonly factory: ServiceFactory; readonly tasks: readonly ScheduledTask[]; run(id: string, signal?: AbortSignal): Promise<void> } {
  const tasks: ScheduledTask[] = [];
  async function run(id: string, signal = new AbortController().signal): Promise<void> {
    const task = tasks.find(one => one.id === id);
    if (!task) throw createError(frameworkErrors.TASK_UNKNOWN, { plugin: 'under test', task: id });
    await task.run(signal);
  }
  const service: SchedulerService = {
    scheduleTask: task => void tasks.push(scheduledTaskOf(task)),
    createScheduledTaskRunner: schedule => createTaskRunner(service, schedule),
    cancelTask: () => Promise.resolve(),
    triggerTask: id => run(id),
    getScheduledTasks: () => Promise.resolve([]),
  };
  return { tasks, run, factory: createServiceFactory({ service: coreServices.scheduler, deps: {}, factory: () => service }) };
}

/** A reader of URLs that knows the given texts and asks nobody. */
function urlReader(texts: Readonly<Record<string, string>>): { readonly factory: ServiceFactory; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const readUrl = (url: string): Promise<ReadUrlResult> => {
    asked.push(url);
    const text = texts[url];
    if (text === undefined) return Promise.reject(createError(frameworkErrors.READ_NOT_FOUND, { url }));
    return Promise.resolve({ status: 'ok', body: Buffer.from(text), url });
  };
  return { asked, factory: createServiceFactory({ service: coreServices.urlReader, deps: {}, factory: () => createUrlReader(readUrl) }) };
}

/**
 * Services that a test looks into, for the `services` of `startTestBackend`: `const log = mockServices.logger()` and
 * `services: [log.factory]`. What is not replaced is real.
 */
export const mockServices = { logger, scheduler, urlReader };
