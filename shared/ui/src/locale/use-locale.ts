import { useSyncExternalStore } from 'react';

/** Where the portal says in which manner numbers are written: an attribute of the page's root, as theme and density are. */
const attribute = 'data-locale';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: [attribute] });
  return () => observer.disconnect();
}

const current = (): string | undefined => document.documentElement.getAttribute(attribute) ?? undefined;

/** Hook: the locale for `Intl` that the user has chosen; undefined: as the browser does it. */
export function useLocale(): string | undefined {
  return useSyncExternalStore(subscribe, current);
}
