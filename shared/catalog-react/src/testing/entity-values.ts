import type { Entity } from '@portico/plugin-catalog-common';
import type { EntityFilter, EntityFilterTerms } from '../catalog-api/catalog-api.ts';

function collect(value: unknown, path: string, found: [string, string][]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, path, found);
      if (typeof item === 'string') found.push([`${path}.${item}`, 'true']);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) collect(child, path === '' ? key : `${path}.${key}`, found);
  } else if (value !== undefined && value !== null) {
    found.push([path, String(value)]);
  }
}

/** Every searchable pair of an entity: dotted path in lower case, and the value as text. */
export function pairsOf(entity: Entity): [path: string, value: string][] {
  const { relations = [], ...rest } = entity;
  const found: [string, string][] = [];
  collect({ ...rest, metadata: { namespace: 'default', ...rest.metadata } }, '', found);
  for (const { type, targetRef } of relations) found.push([`relations.${type}`, targetRef]);
  return found.map(([path, value]) => [path.toLowerCase(), value]);
}

/** The values of an entity at one path. */
export function valuesAt(entity: Entity, path: string): string[] {
  return pairsOf(entity).flatMap(([key, value]) => (key === path.toLowerCase() ? [value] : []));
}

function holds(entity: Entity, terms: EntityFilterTerms): boolean {
  return Object.entries(terms).every(([path, wanted]) => {
    const values = valuesAt(entity, path).map(value => value.toLowerCase());
    if (wanted === true) return values.length > 0;
    return [wanted].flat().some(text => values.includes(String(text).toLowerCase()));
  });
}

/** True when a filter holds for an entity; no filter holds for all. */
export function matchesFilter(entity: Entity, filter: EntityFilter = []): boolean {
  const alternatives: readonly EntityFilterTerms[] = Array.isArray(filter) ? filter : [filter as EntityFilterTerms];
  return alternatives.length === 0 || alternatives.some(terms => holds(entity, terms));
}
