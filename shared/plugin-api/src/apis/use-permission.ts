import { useEffect, useState } from 'react';
import { permissionApiRef } from './permission-api.ts';
import type { PermissionRequest } from './permission-api.ts';
import { useApi } from './use-api.ts';

/** True once it is known that the user may do it; `loading` until anything is known. */
export interface PermissionState {
  readonly allowed: boolean;
  readonly loading: boolean;
}

/** Asks whether the user may do something. */
export function usePermission({ permission, resourceRef }: PermissionRequest): PermissionState {
  const api = useApi(permissionApiRef);
  const { name, resourceType } = permission;
  const asked = [name, resourceType, resourceRef].join();
  const [known, setKnown] = useState<{ asked: string; allowed: boolean }>();
  useEffect(() => {
    let current = true;
    const tell = (allowed: boolean) => current && setKnown({ asked, allowed });
    const request = { permission: { name, ...(resourceType ? { resourceType } : {}) }, ...(resourceRef ? { resourceRef } : {}) };
    api.authorize(request).then(({ result }) => tell(result === 'ALLOW'), () => tell(false));
    return () => void (current = false);
  }, [api, asked, name, resourceType, resourceRef]);
  return known?.asked === asked ? { allowed: known.allowed, loading: false } : { allowed: false, loading: true };
}
