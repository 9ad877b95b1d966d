import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Preferences } from './preferences.ts';

/** Hook: keeps the chosen locale where the core components find it, which know no plugin API: on the page's root. */
export function useRootLocale({ subscribe, getLocale }: Preferences): void {
  const locale = useSyncExternalStore(subscribe, getLocale);
  useLayoutEffect(() => {
    if (locale === undefined) return undefined;
    const { dataset } = document.documentElement;
    dataset['locale'] = locale;
    return () => void delete dataset['locale'];
  }, [locale]);
}
