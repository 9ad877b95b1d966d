import { writtenHere } from '../apis/storage-api.ts';
import type { RemoteVersion } from './trace-owner.ts';

/** A value of one plugin that another one has changed, past the storage API. */
export interface TakenValue {
  readonly culprit: RemoteVersion;
  /** The plugin whose value it was; `core`: the portal itself. */
  readonly owner: string;
}

interface Suspicion {
  readonly value: string | null;
  readonly culprit: RemoteVersion;
}

const prefix = 'portico/';

const ownerOf = (key: string): string => key.split('/')[2] ?? '';

function readAll(storage: Storage): Map<string, string> {
  const keys = Object.keys(storage).filter(key => key.startsWith(prefix));
  return new Map(keys.map(key => [key, storage.getItem(key) ?? '']));
}

/**
 * Begins to look after the values that the storage API keeps for plugins.
 *
 * @returns how to look: gives what has changed otherwise than through the API, laid to `culprit`. It is told with the look after,
 * since the browser says only later what other tabs have written.
 */
export function followStored(storage: Storage, window: Pick<Window, 'addEventListener'>): (culprit: RemoteVersion) => TakenValue[] {
  let known = readAll(storage);
  const suspicions = new Map<string, Suspicion>();
  const accept = (key: string, value: string | null) => {
    suspicions.delete(key);
    if (value === null) known.delete(key);
    else known.set(key, value);
  };
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === null) known = readAll(storage);
    else if (key.startsWith(prefix)) accept(key, newValue);
  });
  return culprit => {
    const now = readAll(storage);
    return [...new Set([...known.keys(), ...now.keys()])].flatMap(key => {
      const value = now.get(key) ?? null;
      if (value === (known.get(key) ?? null)) return [];
      const before = suspicions.get(key);
      const isOurs = writtenHere.get(key) === value || ownerOf(key) === (before?.culprit ?? culprit).id;
      if (!isOurs && before?.value !== value) {
        suspicions.set(key, { value, culprit });
        return [];
      }
      accept(key, value);
      return isOurs || !before ? [] : [{ culprit: before.culprit, owner: ownerOf(key) }];
    });
  };
}
