import type { PermissionApi } from '@portico/plugin-api';

/** Names of permissions that the user has (`*` for all), or a function that decides. */
export type FakePermissions = readonly string[] | ((name: string, resourceRef?: string) => boolean);

/** The user may do everything, unless said otherwise. */
export function createFakePermissionApi(permissions: FakePermissions = ['*']): PermissionApi {
  const allows = (name: string, resourceRef?: string) =>
    typeof permissions === 'function' ? permissions(name, resourceRef) : permissions.includes('*') || permissions.includes(name);
  return {
    authorize: async ({ permission, resourceRef }) => ({ result: allows(permission.name, resourceRef) ? 'ALLOW' : 'DENY' }),
  };
}
