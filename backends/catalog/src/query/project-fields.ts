import { catalogErrors, createError } from '@portico/errors';
import { assertCount } from './assert-count.ts';
import { queryBounds } from './condition.ts';

type Fields = Record<string, unknown>;

/** Makes a function that keeps the listed parts of the JSON text of an entity; undefined when all of it is kept. */
export function projection(fields: readonly string[]): ((text: string) => string) | undefined {
  const wanted = fields.map(field => field.trim()).filter(field => field !== '');
  assertCount('fields', wanted.length, queryBounds.fields);
  const bracketed = wanted.find(field => field.includes('['));
  if (bracketed !== undefined) {
    const expected = 'dotted paths without brackets';
    throw createError(catalogErrors.PARAMETER_INVALID, { name: 'fields', expected, received: bracketed });
  }
  if (wanted.length === 0) return undefined;
  return text => {
    const kept: Fields = {};
    const entity = JSON.parse(text) as Fields;
    for (const field of wanted) copyField({ source: entity, target: kept, path: field });
    return JSON.stringify(kept);
  };
}

/** Keys may hold dots themselves, so at each level the longest key that the path begins with is taken. */
function copyField({ source, target, path }: { source: Fields; target: Fields; path: string }): void {
  const key = longestKey(source, path);
  if (key === undefined) return;
  const value = source[key];
  if (key.length === path.length) {
    target[key] = value;
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const rest = path.slice(key.length + 1);
  if (longestKey(value as Fields, rest) === undefined) return;
  const inner = (Object.hasOwn(target, key) ? target[key] : {}) as Fields;
  // A wider field has brought in the whole value already.
  if (inner === value) return;
  copyField({ source: value as Fields, target: inner, path: rest });
  target[key] = inner;
}

function longestKey(source: Fields, path: string): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const key = path.slice(0, end);
    if (Object.hasOwn(source, key)) return key;
  }
  return undefined;
}
