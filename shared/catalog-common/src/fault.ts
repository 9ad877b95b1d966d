/** One fault of an entity. `path` is dotted, with indices as in `metadata.tags.0`; empty for the entity itself. */
export interface EntityFault {
  readonly path: string;
  /** What was expected and what was found. */
  readonly message: string;
}

const longestShown = 80;

/** A value in words, short enough for one line: `a number (5)`, `a list`, `nothing`. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string')
    return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}...` : value);
  return `the ${typeof value} ${String(value)}`;
}

/** `expected X, found Y` for the value at a path. */
export function faultAt(path: string, expected: string, value: unknown): EntityFault {
  return { path, message: `${path === '' ? 'The entity' : path}: expected ${expected}, found ${describeValue(value)}` };
}
