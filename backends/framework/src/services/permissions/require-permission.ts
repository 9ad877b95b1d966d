import { createError, frameworkErrors } from '@portico/errors';
import type { Credentials } from '../auth/credentials.ts';
import type { AuthorizeRequest, PermissionsService } from './permission.ts';

/**
 * Goes on only if it may be done.
 *
 * @throws FRAMEWORK_PERMISSION_DENIED
 */
export async function requirePermission(
  permissions: PermissionsService,
  { credentials, ...request }: AuthorizeRequest & { readonly credentials: Credentials },
): Promise<void> {
  const [decision] = await permissions.authorize([request], { credentials });
  if (decision?.result === 'ALLOW') return;
  const on = request.resourceRef === undefined ? '' : ` on ${request.resourceRef}`;
  throw createError(frameworkErrors.PERMISSION_DENIED, { permission: request.permission.name, on });
}
