import { storageKeyOf } from '@portico/plugin-api';
import { writtenHere } from '../apis/storage-api.ts';
import { snapshotKeyOf } from '../discovery/last-snapshot.ts';

/** Removes everything that is kept in this browser for a user: values of plugins and of the shell, and the last snapshot. */
export function forgetUser(storage: Storage | undefined, userEntityRef: string): void {
  const prefix = storageKeyOf({ userEntityRef, pluginId: '' }, '').replace(/\/+$/, '/');
  try {
    if (!storage) return;
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const key of keys.filter(one => one.startsWith(prefix) || one === snapshotKeyOf(userEntityRef))) {
      storage.removeItem(key);
      writtenHere.set(key, null);
    }
  } catch {
    // A forbidden storage has kept nothing.
  }
}
