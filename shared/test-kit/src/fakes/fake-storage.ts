import { storageKeyOf } from '@portico/plugin-api';
import type { StorageApi } from '@portico/plugin-api';

/** Storage in memory. */
export interface FakeStorage {
  /** The API as one plugin sees it. */
  forPlugin(pluginId: string): StorageApi;
  /** Full key -> JSON text, as a browser would keep it. */
  readonly kept: ReadonlyMap<string, string>;
}

/** Makes the storage API for one user. Values go through JSON, as in a browser. */
export function createFakeStorage(userEntityRef = 'user:default/guest'): FakeStorage {
  const kept = new Map<string, string>();
  const observers = new Map<string, Set<() => void>>();
  return {
    kept,
    forPlugin(pluginId) {
      const full = (key: string): string => storageKeyOf({ userEntityRef, pluginId }, key);
      const get = <T>(key: string): T | undefined => {
        const text = kept.get(full(key));
        return text === undefined ? undefined : (JSON.parse(text) as T);
      };
      const notify = (key: string): void => observers.get(full(key))?.forEach(observer => observer());
      return {
        get,
        set(key, value) {
          kept.set(full(key), JSON.stringify(value));
          notify(key);
        },
        remove(key) {
          kept.delete(full(key));
          notify(key);
        },
        observe<T>(key: string, listener: (value: T | undefined) => void) {
          const observer = (): void => listener(get<T>(key));
          const ofKey = observers.get(full(key)) ?? new Set();
          observers.set(full(key), ofKey.add(observer));
          return () => ofKey.delete(observer);
        },
      };
    },
  };
}
