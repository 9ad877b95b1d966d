import { nameOfValue } from './name-of-value.ts';

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * Looks for the first part of a value that JSON can't carry. A property whose value is undefined counts as absent.
 *
 * @returns undefined when all is JSON, otherwise the path of the part and what it is: `config.filter: a function`
 */
export function findNonJson(value: unknown, path: string): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return undefined;
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlain(value))) return `${path}: ${nameOfValue(value)}`;
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined && !Array.isArray(value)) continue;
    const found = findNonJson(child, `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}
