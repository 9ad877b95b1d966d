import type { Credentials } from '../auth/credentials.ts';

/** What kind of doing a permission is about. */
export type PermissionAction = 'create' | 'read' | 'update' | 'delete' | 'use';

/** Something that not everybody may do. Declared by the plugin that its name begins with: `registry.remote.publish`. */
export interface Permission {
  readonly name: string;
  readonly attributes: { readonly action?: PermissionAction };
  /** Kind of thing that is acted upon, where conditions on it may decide: `registry-remote`. */
  readonly resourceType?: string;
}

/** May somebody do this, to this thing? */
export interface AuthorizeRequest {
  readonly permission: Permission;
  /** The thing, by the name that the plugin's `getResources` knows it by. */
  readonly resourceRef?: string;
}

/** Conditions on a thing, by names of rules that the owning plugin declares. */
export type PermissionCriteria =
  | { readonly rule: string; readonly params?: Readonly<Record<string, unknown>> }
  | { readonly allOf: readonly PermissionCriteria[] }
  | { readonly anyOf: readonly PermissionCriteria[] }
  | { readonly not: PermissionCriteria };

/** Yes or no. */
export interface PermissionDecision {
  readonly result: 'ALLOW' | 'DENY';
}

/** Yes for the things that fit. */
export interface ConditionalDecision {
  readonly result: 'CONDITIONAL';
  readonly pluginId: string;
  readonly resourceType: string;
  readonly conditions: PermissionCriteria;
}

/** What the policy says before the thing itself was looked at. */
export type PolicyDecision = PermissionDecision | ConditionalDecision;

/** Asks whether somebody may do something. Decided in one place, by the permission plugin; answers are kept for a few seconds. */
export interface PermissionsService {
  /**
   * One answer for each request, in their order. Nobody may do anything; a plugin in its own name may do everything.
   *
   * @throws FRAMEWORK_PERMISSIONS_UNAVAILABLE while the permission plugin can't be asked
   */
  authorize(
    requests: readonly AuthorizeRequest[],
    options: { readonly credentials: Credentials },
  ): Promise<PermissionDecision[]>;
  /** The same without a thing: conditions come back as such, for the plugin to select by. */
  authorizeConditional(
    requests: readonly { readonly permission: Permission }[],
    options: { readonly credentials: Credentials },
  ): Promise<PolicyDecision[]>;
}
