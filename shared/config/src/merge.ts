import { configErrors, createError } from '@portico/errors';
import { formatPath, isJsonObject } from './json.ts';
import type { JsonObject, JsonValue } from './json.ts';

/** One layer of the configuration. */
export interface ConfigSource {
  /** Shown in messages: a file name, or the name of an environment variable. */
  readonly name: string;
  readonly data: JsonObject;
}

/** Keys that would reach the prototype of an object in careless code; no layer may hold them. */
export const refusedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Mutable = { [key: string]: JsonValue | undefined };

function copy(value: JsonValue, path: readonly string[]): JsonValue {
  if (Array.isArray(value)) return value.map((item, index) => copy(item as JsonValue, [...path, String(index)]));
  return isJsonObject(value) ? mergeInto({}, value, path) : value;
}

function mergeInto(target: Mutable, layer: JsonObject, path: readonly string[]): Mutable {
  for (const [key, value] of Object.entries(layer)) {
    const at = [...path, key];
    if (refusedKeys.has(key)) throw createError(configErrors.KEY_REFUSED, { path: formatPath(at), key });
    if (value === undefined) continue;
    const below = target[key];
    target[key] = isJsonObject(value) && isJsonObject(below) ? mergeInto(below as Mutable, value, at) : copy(value, at);
  }
  return target;
}

/**
 * Merges layers, lowest first. Objects merge key by key; lists and plain values of a higher layer replace those below;
 * null hides the value below. The layers are not changed.
 *
 * @throws CONFIG_KEY_REFUSED for the keys `__proto__`, `constructor` and `prototype`
 */
export function mergeConfig(layers: readonly JsonObject[]): JsonObject {
  return layers.reduce<Mutable>((target, layer) => mergeInto(target, layer, []), {});
}

/** A copy without the members that are null: null means unset. List items stay as they are. */
export function withoutNulls(data: JsonObject): JsonObject {
  const clean = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(item => clean(item as JsonValue));
    return isJsonObject(value) ? withoutNulls(value) : value;
  };
  const members = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(members.map(([key, value]) => [key, clean(value as JsonValue)]));
}
