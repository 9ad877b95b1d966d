import { createConfigReader } from '@portico/config';
import type { ConfigReader, JsonObject } from '@portico/config';
import { checkConfigPath } from '@portico/plugin-api';
import type { ConfigApi } from '@portico/plugin-api';

/** The public configuration as it is now. */
export interface ConfigSource {
  readonly current: () => JsonObject;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The configuration as one plugin may read it. */
export function createConfigApi({ current, subscribe }: ConfigSource, pluginId: string): ConfigApi {
  let data: JsonObject | undefined;
  let reader: ConfigReader | undefined;
  const read = <T>(path: string, how: (reader: ConfigReader) => T): T => {
    checkConfigPath(pluginId, path);
    if (!reader || data !== current()) {
      data = current();
      reader = createConfigReader(data);
    }
    return how(reader);
  };
  return {
    has: path => read(path, values => values.has(path)),
    get: <T>(path: string) => read(path, values => values.get(path)) as T,
    getOptional: <T>(path: string) => read(path, values => values.getOptional(path)) as T | undefined,
    getString: path => read(path, values => values.getString(path)),
    getOptionalString: path => read(path, values => values.getOptionalString(path)),
    getNumber: path => read(path, values => values.getNumber(path)),
    getOptionalNumber: path => read(path, values => values.getOptionalNumber(path)),
    getBoolean: path => read(path, values => values.getBoolean(path)),
    getOptionalBoolean: path => read(path, values => values.getOptionalBoolean(path)),
    getStringArray: path => [...read(path, values => values.getStringArray(path))],
    getOptionalStringArray(path) {
      const texts = read(path, values => values.getOptionalStringArray(path));
      return texts && [...texts];
    },
    subscribe,
  };
}
