import { configErrors, createError } from '@portico/errors';
import { describeValue } from './describe-value.ts';
import { formatPath, isJsonObject, parsePath, valueAt } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';

/**
 * Typed reading of configuration. Paths are relative to the reader and dotted: `backend.listen.port`. The `get` forms
 * throw CONFIG_VALUE_INVALID where nothing is set, the `getOptional` forms return undefined; both throw it for a value
 * of another type. Texts such as `"3000"` and `"true"` count as numbers and booleans, because `${VAR}` yields texts.
 */
export interface ConfigReader {
  has(path: string): boolean;
  /** The keys of a mapping; none where nothing is set. */
  keys(path?: string): string[];
  get<T extends JsonValue = JsonValue>(path?: string): T;
  getOptional<T extends JsonValue = JsonValue>(path?: string): T | undefined;
  getString(path: string): string;
  getOptionalString(path: string): string | undefined;
  getNumber(path: string): number;
  getOptionalNumber(path: string): number | undefined;
  getBoolean(path: string): boolean;
  getOptionalBoolean(path: string): boolean | undefined;
  getStringArray(path: string): readonly string[];
  getOptionalStringArray(path: string): readonly string[] | undefined;
  getConfig(path: string): ConfigReader;
  getOptionalConfig(path: string): ConfigReader | undefined;
  getConfigArray(path: string): ConfigReader[];
  getOptionalConfigArray(path: string): ConfigReader[] | undefined;
}

/** Options of `createConfigReader`; all paths given to them are absolute. */
export interface ConfigReaderOptions {
  /** Names the file or variable that gives a value, for messages. */
  readonly sourceOf?: (path: string) => string;
  /** True for values that messages must not show. */
  readonly isHidden?: (path: string) => boolean;
  /** Path of `data` in the whole configuration. */
  readonly prefix?: string;
}

interface Kind<T> {
  readonly expected: string;
  /** Undefined if the value is of another kind. */
  read(value: JsonValue): T | undefined;
}

const booleans = new Map([
  ...['true', 'yes', 'on', 'y', '1'].map(text => [text, true] as const),
  ...['false', 'no', 'off', 'n', '0'].map(text => [text, false] as const),
]);

const text: Kind<string> = { expected: 'a string', read: value => (typeof value === 'string' ? value : undefined) };
const number: Kind<number> = {
  expected: 'a number',
  read(value) {
    const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof read === 'number' && !Number.isNaN(read) ? read : undefined;
  },
};
const boolean: Kind<boolean> = {
  expected: 'true or false',
  read: value => (typeof value === 'boolean' ? value : booleans.get(String(value).toLowerCase())),
};
const texts: Kind<readonly string[]> = {
  expected: 'a list of strings',
  read: value => (Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined),
};
const mapping: Kind<JsonObject> = { expected: 'an object', read: value => (isJsonObject(value) ? value : undefined) };
const mappings: Kind<readonly JsonObject[]> = {
  expected: 'a list of objects',
  read: value => (Array.isArray(value) && value.every(isJsonObject) ? value : undefined),
};

/** Makes a reader of configuration data, or of a part of it. */
export function createConfigReader(data: JsonObject, options: ConfigReaderOptions = {}): ConfigReader {
  const absolute = (path: string): string => formatPath([...parsePath(options.prefix ?? ''), ...parsePath(path)]);
  const find = (path: string): JsonValue | undefined => valueAt(data, parsePath(path)) ?? undefined;
  const fault = (path: string, expected: string, value: JsonValue | undefined) => {
    const at = absolute(path);
    const received = describeValue(value, options.isHidden?.(at));
    const source = options.sourceOf?.(at) ?? 'configuration';
    return createError(configErrors.VALUE_INVALID, { path: at, expected, received, source });
  };
  const optional = <T>(path: string, kind: Kind<T>): T | undefined => {
    const value = find(path);
    if (value === undefined) return undefined;
    const read = kind.read(value);
    if (read === undefined) throw fault(path, kind.expected, value);
    return read;
  };
  const required = <T>(path: string, kind: Kind<T>): T => {
    const read = optional(path, kind);
    if (read === undefined) throw fault(path, kind.expected, undefined);
    return read;
  };
  const below = (path: string, part: JsonObject): ConfigReader =>
    createConfigReader(part, { ...options, prefix: absolute(path) });
  const list = (path: string, parts: readonly JsonObject[]): ConfigReader[] =>
    parts.map((part, index) => below(`${path}[${index}]`, part));

  return {
    has: path => find(path) !== undefined,
    keys: (path = '') => Object.keys(optional(path, mapping) ?? {}),
    get<T extends JsonValue>(path = ''): T {
      const value = find(path);
      if (value === undefined) throw fault(path, 'a value', undefined);
      return value as T;
    },
    getOptional: <T extends JsonValue>(path = '') => find(path) as T | undefined,
    getString: path => required(path, text),
    getOptionalString: path => optional(path, text),
    getNumber: path => required(path, number),
    getOptionalNumber: path => optional(path, number),
    getBoolean: path => required(path, boolean),
    getOptionalBoolean: path => optional(path, boolean),
    getStringArray: path => required(path, texts),
    getOptionalStringArray: path => optional(path, texts),
    getConfig: path => below(path, required(path, mapping)),
    getOptionalConfig(path) {
      const part = optional(path, mapping);
      return part === undefined ? undefined : below(path, part);
    },
    getConfigArray: path => list(path, required(path, mappings)),
    getOptionalConfigArray(path) {
      const parts = optional(path, mappings);
      return parts === undefined ? undefined : list(path, parts);
    },
  };
}
