import type { Request, Response } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { applyCriteria } from './criteria.ts';
import { permissionDeclarationsRef } from './permission-declarations.ts';
import type { PluginDeclarations } from './permission-declarations.ts';
import type { PermissionCriteria } from './permission.ts';
import type { PermissionResourceType, PermissionsRegistryService } from './permissions-registry-service.ts';

/** Below the base path of each plugin that declares permissions. */
const basePath = '/.well-known/backstage/permissions';
const longestBody = '256kb';

interface Item {
  readonly id: string;
  readonly resourceRef: string;
  readonly resourceType: string;
  readonly conditions: PermissionCriteria;
}

function metadataOf({ permissions, resourceTypes }: PluginDeclarations) {
  const rules = [...resourceTypes.values()].flatMap(({ resourceType, rules: declared }) =>
    declared.map(({ name, description = '' }) => ({ name, description, resourceType })),
  );
  const shown = [...permissions.values()].map(permission => ({
    type: permission.resourceType === undefined ? 'basic' : 'resource',
    ...permission,
  }));
  return { permissions: shown, rules };
}

async function applyItem(item: Item, { resourceTypes }: PluginDeclarations): Promise<{ id: string; result: 'ALLOW' | 'DENY' }> {
  const type = resourceTypes.get(item.resourceType);
  if (!type) throw createError(frameworkErrors.REQUEST_INVALID, { part: 'resourceType' });
  const [fits] = await applyCriteria(type, [item]);
  return { id: item.id, result: fits ? 'ALLOW' : 'DENY' };
}

/** Collects what the plugin declares, lists it, and applies conditions for the permission plugin. */
export const permissionsRegistryFactory = createServiceFactory({
  service: coreServices.permissionsRegistry,
  deps: {
    declarations: permissionDeclarationsRef,
    httpAuth: coreServices.httpAuth,
    httpRouter: coreServices.httpRouter,
    plugin: coreServices.pluginMetadata,
  },
  async factory({ declarations, httpAuth, httpRouter, plugin }): Promise<PermissionsRegistryService> {
    const { Router, json } = await import('express');
    const own = declarations.of(plugin.id);
    const router = Router();
    router.get(`${basePath}/metadata`, (_request, response) => void response.json(metadataOf(own)));
    router.post(`${basePath}/apply-conditions`, json({ limit: longestBody }), async (request: Request, response: Response) => {
      const { principal } = await httpAuth.credentials(request, { allow: ['service'] });
      if (principal.subject !== 'plugin:permission') {
        throw createError(frameworkErrors.PRINCIPAL_NOT_ALLOWED, { expected: 'plugin:permission', received: principal.subject });
      }
      const { items } = (request.body ?? {}) as { items?: readonly Item[] };
      if (!Array.isArray(items)) throw createError(frameworkErrors.REQUEST_INVALID, { part: 'body' });
      response.json({ items: await Promise.all((items as readonly Item[]).map(item => applyItem(item, own))) });
    });
    httpRouter.use(router);

    function add(permission: PermissionResourceType['permissions'][number]): void {
      const { name } = permission;
      if (!name.startsWith(`${plugin.id}.`)) throw createError(frameworkErrors.PERMISSION_FOREIGN, { plugin: plugin.id, permission: name });
      own.permissions.set(name, permission);
    }
    return {
      addPermissions: permissions => permissions.forEach(add),
      addResourceType(declaration) {
        declaration.permissions.forEach(add);
        own.resourceTypes.set(declaration.resourceType, declaration as PermissionResourceType);
      },
    };
  },
});
