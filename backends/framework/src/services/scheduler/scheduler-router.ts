import { Router } from 'express';
import type { Request } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { HttpAuthService } from '../http-auth/http-auth-service.ts';
import type { SchedulerService } from './scheduler-service.ts';

const tasksPath = '/.backstage/scheduler/v1/tasks';

/** The tasks of a plugin for services and admins: list them, run one now, end a run. */
export function createSchedulerRouter(scheduler: SchedulerService, httpAuth: HttpAuthService): Router {
  const router = Router({ caseSensitive: true });
  async function admit(request: Request): Promise<void> {
    const { principal } = await httpAuth.credentials(request);
    if (principal.type === 'user' && !principal.roles.includes('portal-admin')) throw createError(frameworkErrors.TASKS_REFUSED);
  }
  router.get(tasksPath, async (request, response) => {
    await admit(request);
    response.json({ tasks: await scheduler.getScheduledTasks() });
  });
  router.post(`${tasksPath}/:id/trigger`, async (request, response) => {
    await admit(request);
    await scheduler.triggerTask(request.params.id);
    response.status(202).end();
  });
  router.post(`${tasksPath}/:id/cancel`, async (request, response) => {
    await admit(request);
    await scheduler.cancelTask(request.params.id);
    response.status(202).end();
  });
  return router;
}
