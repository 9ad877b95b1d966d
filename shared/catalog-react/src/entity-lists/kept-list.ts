import { storageKeyOf } from '@portico/plugin-api';
import type { IdentityApi } from '@portico/plugin-api';

/** A list that stays in this browser, for the user who is signed in. */
export interface KeptList<T> {
  list(): readonly T[];
  set(items: readonly T[]): void;
  observe(listener: () => void): () => void;
}

/** What `createKeptList` takes. */
export interface KeptListOptions<T> {
  readonly identityApi: IdentityApi;
  readonly key: string;
  /** False for what an older version or another hand left behind. */
  readonly isItem: (value: unknown) => value is T;
}

/**
 * Keeps a list under the catalog's own key. The storage API is scoped by who asks, and these lists are the same
 * whichever plugin asks for them; the key is the one that the storage API would use for the catalog.
 */
export function createKeptList<T>({ identityApi, key, isItem }: KeptListOptions<T>): KeptList<T> {
  const full = storageKeyOf({ userEntityRef: identityApi.getIdentity().userEntityRef, pluginId: 'catalog' }, key);
  const listeners = new Set<() => void>();
  let text: string | null = null;
  let items: readonly T[] = [];

  const parse = (stored: string | null): readonly T[] => {
    try {
      const value: unknown = JSON.parse(stored ?? '[]');
      return Array.isArray(value) ? value.filter(isItem) : [];
    } catch {
      return [];
    }
  };
  const notify = (event: StorageEvent) => {
    if (event.key === full || event.key === null) for (const listener of listeners) listener();
  };
  return {
    list() {
      let stored = text;
      try {
        stored = window.localStorage.getItem(full);
      } catch {
        // A browser that keeps nothing: what was set stays until the page is left.
      }
      if (stored !== text) {
        text = stored;
        items = parse(stored);
      }
      return items;
    },
    set(changed) {
      text = JSON.stringify(changed);
      items = changed;
      try {
        window.localStorage.setItem(full, text);
      } catch {
        // Full or forbidden, as above.
      }
      for (const listener of listeners) listener();
    },
    observe(listener) {
      if (listeners.size === 0) window.addEventListener('storage', notify);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', notify);
      };
    },
  };
}
