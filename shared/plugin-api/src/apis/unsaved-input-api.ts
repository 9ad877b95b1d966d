import { useEffect } from 'react';
import { createApiRef } from './api-ref.ts';
import { useApiHolder } from './use-api.ts';

/** Lets a page ask the portal not to be replaced for now. */
export interface UnsavedInputApi {
  /** Says that there is input that is not saved. The returned function says that there is none any more. */
  keep(): () => void;
}

/** How a plugin reaches it; scoped to the plugin. */
export const unsavedInputApiRef = /* @__PURE__ */ createApiRef<UnsavedInputApi>({ id: 'core.unsaved-input' });

/**
 * Hook: while `isUnsaved` is true, a page is not replaced when its version is taken back or switched off; the portal shows a
 * banner instead, and replaces the page once the input is saved or given up. In a portal without this it does nothing.
 */
export function useUnsavedInput(isUnsaved: boolean): void {
  const apis = useApiHolder();
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const api = apis.get(unsavedInputApiRef);
    let stop: (() => void) | undefined;
    let over = false;
    void Promise.resolve(api).then(found => {
      if (!over) stop = found?.keep();
    });
    return () => {
      over = true;
      stop?.();
    };
  }, [apis, isUnsaved]);
}
