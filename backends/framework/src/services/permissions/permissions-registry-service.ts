import type { Permission } from './permission.ts';

/** A condition that policies name: `IS_ENTITY_OWNER`. One whose name ends in `_OWNER` is also known as `IS_OWNER`. */
export interface PermissionRule<R = unknown> {
  readonly name: string;
  readonly description?: string;
  /** True for a thing that fits. Rules of owners get the refs that count as the user in `params.claims`. */
  apply(resource: R, params: Readonly<Record<string, unknown>>): boolean;
}

/** A kind of thing with permissions of its own. */
export interface PermissionResourceType<R = unknown> {
  readonly resourceType: string;
  readonly permissions: readonly Permission[];
  readonly rules: readonly PermissionRule<R>[];
  /** Things by name, in the order of `resourceRefs`; undefined for one that is not there. */
  getResources(resourceRefs: readonly string[]): Promise<readonly (R | undefined)[]>;
}

/** Where a plugin declares what not everybody may do: listed at `/.well-known/backstage/permissions/metadata` of the plugin. */
export interface PermissionsRegistryService {
  addPermissions(permissions: readonly Permission[]): void;
  addResourceType<R>(declaration: PermissionResourceType<R>): void;
}
