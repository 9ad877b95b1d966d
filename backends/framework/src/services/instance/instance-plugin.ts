import type { Principal } from '../auth/credentials.ts';
import { createError, frameworkErrors } from '@portico/errors';
import { createBackendPlugin } from '../../wiring/create-backend-plugin.ts';
import { auditRoutes } from '../auditor/audit-routes.ts';
import { coreServices } from '../core-services.ts';
import { pluginDirectoryRef } from '../internal-services.ts';

const operatorRole = 'portal-admin';

function requireOperator(principal: Principal): void {
  if (principal.type === 'service') return;
  if (principal.type === 'user' && principal.roles.includes(operatorRole)) return;
  const parameters = { expected: `service, or user with the role ${operatorRole}`, received: principal.type };
  throw createError(frameworkErrors.PRINCIPAL_NOT_ALLOWED, parameters);
}

/**
 * The operator's view of this process, for admins and services: `GET /api/instance/plugins` tells the state of each plugin
 * with timings, reasons and retries; `POST /api/instance/plugins/<id>/retry` starts one again that failed or lacks a module.
 */
export const instancePlugin = createBackendPlugin({
  pluginId: 'instance',
  register(environment) {
    environment.registerInit({
      deps: {
        auditor: coreServices.auditor,
        directory: pluginDirectoryRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auditor, directory, httpAuth, httpRouter }) {
        const { Router } = await import('express');
        const router = Router();
        router.use(async (request, _response, next) => {
          requireOperator((await httpAuth.credentials(request)).principal);
          next();
        });
        router.use(auditRoutes(auditor, [{ method: 'POST', path: '/plugins/:plugin/retry', eventId: 'plugin-retry' }]));
        router.get('/plugins', (_request, response) => void response.json({ plugins: directory.views() }));
        router.post('/plugins/:pluginId/retry', async (request, response) => {
          const { pluginId } = request.params;
          const runner = directory.get(pluginId);
          const known = Object.keys(directory.views()).join(', ');
          if (!runner) throw createError(frameworkErrors.PLUGIN_NOT_HERE, { plugin: pluginId, known });
          const retried = await runner.retry();
          response.json({ retried, plugin: runner.view() });
        });
        httpRouter.use(router);
      },
    });
  },
});
