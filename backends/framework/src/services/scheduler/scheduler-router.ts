import { Router } from 'express';
import type { Request } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import { auditRoutes } from '../auditor/audit-routes.ts';
import type { AuditorService } from '../auditor/auditor-service.ts';
import type { HttpAuthService } from '../http-auth/http-auth-service.ts';
import type { SchedulerService } from './scheduler-service.ts';

const tasksPath = '/.backstage/scheduler/v1/tasks';

/** What the router needs. */
export interface SchedulerRouterOptions {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly scheduler: SchedulerService;
}

/** The tasks of a plugin for services and admins: list them, run one now, end a run. */
export function createSchedulerRouter({ auditor, httpAuth, scheduler }: SchedulerRouterOptions): Router {
  const router = Router({ caseSensitive: true });
  async function admit(request: Request): Promise<void> {
    const { principal } = await httpAuth.credentials(request);
    if (principal.type === 'user' && !principal.roles.includes('portal-admin')) throw createError(frameworkErrors.TASKS_REFUSED);
  }
  const changes = [
    { method: 'POST', path: `${tasksPath}/:task/trigger`, eventId: 'task-trigger' },
    { method: 'POST', path: `${tasksPath}/:task/cancel`, eventId: 'task-cancel' },
  ] as const;
  router.use(auditRoutes(auditor, changes));
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
