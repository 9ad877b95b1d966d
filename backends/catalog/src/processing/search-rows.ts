import { DEFAULT_NAMESPACE } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';

/** One fact of an entity that can be searched for. `value` is lower-case; null stands for one too long to search. */
export interface SearchRow {
  readonly key: string;
  readonly value: string | null;
  /** In the original case, where that differs. */
  readonly original: string | null;
}

const longest = 200;
const mostRows = 5000;
const skipped = new Set([
  'attachments',
  'relations',
  'status',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/**
 * The searchable facts of an entity: each leaf by its dotted path, list items also as `path.item`, relations by type. An
 * entity with thousands of facts is found by the first ones only.
 */
export function searchRows(entity: Entity, uid: string): SearchRow[] {
  const rows = new Map<string, SearchRow>();

  function add(path: string, leaf: unknown, always = false): void {
    const key = path.toLowerCase();
    if (key.length > longest || (rows.size >= mostRows && !always)) return;
    const text = leaf === null || leaf === undefined ? null : String(leaf);
    const lower = text === null || text.length > longest ? null : text.toLowerCase();
    const value = lower !== null && lower.length > longest ? null : lower;
    const original = value === null || value === text ? null : text;
    rows.set(`${key}\n${original ?? value ?? ''}`, { key, value, original });
  }

  function walk(path: string, value: unknown): void {
    if (skipped.has(path) || value === undefined) return;
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) {
        walk(path, item);
        if (typeof item === 'string') add(`${path}.${item}`, true);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(path === '' ? key : `${path}.${key}`, item);
    } else add(path, value);
  }

  add('metadata.name', entity.metadata.name);
  add('metadata.namespace', entity.metadata.namespace ?? DEFAULT_NAMESPACE);
  add('metadata.uid', uid);
  walk('', entity);
  for (const { type, targetRef } of entity.relations ?? []) add(`relations.${type}`, targetRef, true);
  return [...rows.values()];
}
