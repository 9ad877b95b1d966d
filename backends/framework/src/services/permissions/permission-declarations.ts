import { createServiceFactory, createServiceRef } from '../../wiring/service-ref.ts';
import type { Permission } from './permission.ts';
import type { PermissionResourceType } from './permissions-registry-service.ts';

/** What one plugin declares. */
export interface PluginDeclarations {
  readonly permissions: Map<string, Permission>;
  readonly resourceTypes: Map<string, PermissionResourceType>;
}

/** What the plugins of this process declare, by plugin. */
export interface PermissionDeclarations {
  of(pluginId: string): PluginDeclarations;
}

function createDeclarations(): PermissionDeclarations {
  const byPlugin = new Map<string, PluginDeclarations>();
  return {
    of(pluginId) {
      const known = byPlugin.get(pluginId) ?? { permissions: new Map(), resourceTypes: new Map() };
      byPlugin.set(pluginId, known);
      return known;
    },
  };
}

/** Shared by the registry that fills it and the service that decides by it. */
export const permissionDeclarationsRef = createServiceRef<PermissionDeclarations, 'root'>({
  id: 'internal.permissionDeclarations',
  scope: 'root',
  defaultFactory: service => createServiceFactory({ service, deps: {}, factory: createDeclarations }),
});
