import { storageKeyOf } from '@portico/plugin-api';
import type { StorageApi } from '@portico/plugin-api';

/** Whose values they are, and where they are kept. */
export interface StorageSource {
  readonly storage: Storage | undefined;
  readonly userEntityRef: string;
  readonly pluginId: string;
}

/** Told of a change in this tab; those of other tabs come as `storage` events of the browser. */
const changes = new EventTarget();

/** What this tab last wrote under a full key, `null`: removed. What stands there otherwise came past this API. */
export const writtenHere = new Map<string, string | null>();

/** Small values of one plugin and one user. A storage that is full or forbidden keeps nothing and harms nothing. */
export function createStorageApi({ storage, ...owner }: StorageSource): StorageApi {
  const parse = (text: string | null): unknown => {
    try {
      return text === null ? undefined : (JSON.parse(text) as unknown);
    } catch {
      return undefined;
    }
  };
  const change = (key: string, value: string | null) => {
    const full = storageKeyOf(owner, key);
    try {
      if (value === null) storage?.removeItem(full);
      else storage?.setItem(full, value);
    } catch {
      return;
    }
    writtenHere.set(full, value);
    changes.dispatchEvent(new Event(full));
  };
  const get = <T>(key: string): T | undefined => {
    try {
      return parse(storage?.getItem(storageKeyOf(owner, key)) ?? null) as T | undefined;
    } catch {
      return undefined;
    }
  };
  return {
    get,
    set: (key, value) => change(key, JSON.stringify(value)),
    remove: key => change(key, null),
    observe<T>(key: string, listener: (value: T | undefined) => void) {
      const full = storageKeyOf(owner, key);
      const here = () => listener(get<T>(key));
      const elsewhere = (event: StorageEvent) => {
        if (event.key === full) listener(parse(event.newValue) as T | undefined);
      };
      changes.addEventListener(full, here);
      window.addEventListener('storage', elsewhere);
      return () => {
        changes.removeEventListener(full, here);
        window.removeEventListener('storage', elsewhere);
      };
    },
  };
}
