import { createApiRef } from './api-ref.ts';

/** May the user do this, to this thing? */
export interface PermissionRequest {
  /** As the plugin's backend declares it: `registry.remote.publish`. */
  readonly permission: { readonly name: string; readonly resourceType?: string };
  /** The thing, by the name that the backend knows it by. */
  readonly resourceRef?: string;
}

/** Tells what the user may do, so that a page offers only what will work. The backend decides for itself whatever is shown. */
export interface PermissionApi {
  /** Questions of one moment go in one request; answers are kept for 30 s. What can't be decided is a no. */
  authorize(request: PermissionRequest): Promise<{ readonly result: 'ALLOW' | 'DENY' }>;
}

/** Asks what the user may do; in a component `usePermission` is shorter. */
export const permissionApiRef = /* @__PURE__ */ createApiRef<PermissionApi>({ id: 'core.permission' });
