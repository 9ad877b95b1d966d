import { createApiRef } from './api-ref.ts';

/** Small JSON values that stay in this browser. Keys are the plugin's and the user's own: nothing collides. */
export interface StorageApi {
  /** The value under a key, undefined where there is none or it can't be read any more. */
  get<T>(key: string): T | undefined;
  /** Keeps a JSON value. */
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Calls `listener` with the new value (undefined: removed) after each change, also by other tabs. Returns how to stop. */
  observe<T>(key: string, listener: (value: T | undefined) => void): () => void;
}

/** Keeps small values in this browser, apart for each user and plugin. */
export const storageApiRef = /* @__PURE__ */ createApiRef<StorageApi>({ id: 'core.storage' });

/** The full key of a plugin's value: `portico/<user>/<plugin>/<key>`. Each part is escaped, so that none reaches into another. */
export function storageKeyOf(owner: { userEntityRef: string; pluginId: string }, key: string): string {
  return ['portico', owner.userEntityRef, owner.pluginId, key].map(part => encodeURIComponent(part)).join('/');
}
