import { useSyncExternalStore } from 'react';
import { createApiRef } from './api-ref.ts';
import { useApi } from './use-api.ts';

/** In which language's manner dates and numbers are written. The texts of the portal are English whatever it is. */
export interface LocaleApi {
  /** A BCP 47 tag for `Intl`, such as `de-DE`; undefined: as the browser does it. */
  getLocale(): string | undefined;
  /** Calls `listener` after a change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Tells the locale for `Intl`; in a component `useLocale` is shorter. */
export const localeApiRef = /* @__PURE__ */ createApiRef<LocaleApi>({ id: 'core.locale' });

/** Hook: what to give `Intl.DateTimeFormat` and `Intl.NumberFormat` as locale. */
export function useLocale(): string | undefined {
  const { subscribe, getLocale } = useApi(localeApiRef);
  return useSyncExternalStore(subscribe, getLocale);
}
