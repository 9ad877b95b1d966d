import { sharedModules } from '@portico/shared-modules';

const requests = new Set(sharedModules.map(({ request }) => request));

/** Whether the portal shares a module under this import request. Others are the remote's own business. */
export function isSharedModule(request: string): boolean {
  return requests.has(request);
}
