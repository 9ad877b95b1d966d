/** A value that YAML and JSON can both hold. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A mapping of a configuration file. Read-only: loaded configuration is frozen. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Steps from the root of the configuration to one value; list positions are decimal digits. */
export type Segments = readonly string[];

/** True for mappings, not for lists and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, or undefined. Only own members count, so that `constructor` is never found by accident. */
export function valueAt(root: JsonValue | undefined, segments: Segments): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const segment of segments) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as JsonObject)[segment];
  }
  return value;
}

/** Splits `backend.listen.port` and `catalog.locations[0].type` into segments. */
export function parsePath(path: string): string[] {
  return path === '' ? [] : path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

/** Writes segments as people read them: `backend.auth.externalAccess[0].options`. */
export function formatPath(segments: Segments): string {
  return segments.reduce((path, segment) => {
    if (/^\d+$/.test(segment) && path !== '') return `${path}[${segment}]`;
    return path === '' ? segment : `${path}.${segment}`;
  }, '');
}
