import type { HttpAuthService, Permission, PermissionsService } from '@portico/backend-framework';
import { requirePermission } from '@portico/backend-framework';
import { catalogPermissions } from '@portico/plugin-catalog-common';
import { Router, json } from 'express';
import type { Request, RequestHandler } from 'express';
import { refreshBody } from './bodies.ts';
import { bodyOf } from './request-values.ts';

const longestBody = '1mb';

/** What the guard asks. */
export interface PermissionGuardOptions {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
}

/** Stands before the routes that change something, and lets through who may. */
export function createPermissionGuard({ httpAuth, permissions }: PermissionGuardOptions): Router {
  const router = Router();
  const allow = (permission: Permission, refOf?: (request: Request) => string): RequestHandler => {
    return async (request, _response, next) => {
      const credentials = await httpAuth.credentials(request);
      const resourceRef = refOf?.(request);
      await requirePermission(permissions, { permission, credentials, ...(resourceRef === undefined ? {} : { resourceRef }) });
      next();
    };
  };
  router.post(
    '/refresh',
    json({ limit: longestBody }),
    allow(catalogPermissions.entityRefresh, request => bodyOf(request, refreshBody).entityRef),
  );
  router.post('/locations', allow(catalogPermissions.locationCreate));
  router.delete('/locations/:id', allow(catalogPermissions.locationDelete));
  return router;
}
