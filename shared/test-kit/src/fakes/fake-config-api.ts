import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { checkConfigPath } from '@portico/plugin-api';
import type { ConfigApi } from '@portico/plugin-api';

/** Public configuration in memory. */
export interface FakeConfig {
  /** The API as one plugin sees it. */
  forPlugin(pluginId: string): ConfigApi;
  /** Replaces all values and tells the listeners. */
  replace(data: JsonObject): void;
}

/** Makes the configuration API over plain data: `{ app: { title: 'Test' }, techRadar: { url: '...' } }`. */
export function createFakeConfig(data: JsonObject = {}): FakeConfig {
  let reader = createConfigReader(data);
  const listeners = new Set<() => void>();
  return {
    replace(next) {
      reader = createConfigReader(next);
      for (const listener of listeners) listener();
    },
    forPlugin(pluginId) {
      const at = (path: string): string => {
        checkConfigPath(pluginId, path);
        return path;
      };
      return {
        has: path => reader.has(at(path)),
        get: <T>(path: string) => reader.get(at(path)) as T,
        getOptional: <T>(path: string) => reader.getOptional(at(path)) as T | undefined,
        getString: path => reader.getString(at(path)),
        getOptionalString: path => reader.getOptionalString(at(path)),
        getNumber: path => reader.getNumber(at(path)),
        getOptionalNumber: path => reader.getOptionalNumber(at(path)),
        getBoolean: path => reader.getBoolean(at(path)),
        getOptionalBoolean: path => reader.getOptionalBoolean(at(path)),
        getStringArray: path => reader.getStringArray(at(path)),
        getOptionalStringArray: path => reader.getOptionalStringArray(at(path)),
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}
