import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import type { CatalogApi, QueryEntitiesRequest } from '../catalog-api/catalog-api.ts';
import { compoundRefOf } from '../entity-route.ts';
import { matchesFilter, pairsOf, valuesAt } from './entity-values.ts';

function containsTerm(entity: Entity, { fullTextFilter, orderFields = [] }: QueryEntitiesRequest): boolean {
  if (!fullTextFilter?.term) return true;
  const ordered = orderFields.map(({ field }) => field);
  const fields = fullTextFilter.fields ?? (ordered.length > 0 ? ordered : ['metadata.uid']);
  const term = fullTextFilter.term.toLowerCase();
  return fields.some(field => valuesAt(entity, field).some(value => value.toLowerCase().includes(term)));
}

function compare(left: Entity, right: Entity, orderFields: QueryEntitiesRequest['orderFields'] = []): number {
  for (const { field, order } of orderFields) {
    const [a, b] = [valuesAt(left, field)[0]?.toLowerCase(), valuesAt(right, field)[0]?.toLowerCase()];
    if (a === b) continue;
    // Entities without a value stand last in either order.
    if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
    return (a < b ? -1 : 1) * (order === 'asc' ? 1 : -1);
  }
  return stringifyEntityRef(left) < stringifyEntityRef(right) ? -1 : 1;
}

function page(items: readonly Entity[], request: QueryEntitiesRequest): { from: number; to: number } {
  const from = request.offset ?? 0;
  return { from, to: Math.min(items.length, from + (request.limit ?? 20)) };
}

/**
 * The catalog in memory, for tests and for running a remote alone. Answers as the real one, but always with whole entities:
 * `fields` has no effect.
 */
export function createFakeCatalogApi(entities: readonly Entity[]): CatalogApi {
  const byRef = new Map(entities.map(entity => [stringifyEntityRef(entity), entity]));
  return {
    async queryEntities(request) {
      const asked: QueryEntitiesRequest = request.cursor === undefined ? request : JSON.parse(request.cursor);
      const all = entities
        .filter(entity => matchesFilter(entity, asked.filter) && containsTerm(entity, asked))
        .sort((left, right) => compare(left, right, asked.orderFields));
      const { from, to } = page(all, asked);
      const size = Math.max(to - from, 1);
      return {
        items: all.slice(from, to),
        totalItems: all.length,
        pageInfo: {
          ...(to < all.length ? { nextCursor: JSON.stringify({ ...asked, offset: to }) } : {}),
          ...(from > 0 ? { prevCursor: JSON.stringify({ ...asked, offset: Math.max(0, from - (asked.limit ?? size)) }) } : {}),
        },
      };
    },
    getEntityByName: async name => byRef.get(stringifyEntityRef(compoundRefOf(name))),
    getEntitiesByRefs: async ({ entityRefs }) => ({ items: entityRefs.map(ref => byRef.get(stringifyEntityRef(compoundRefOf(ref)))) }),
    async getFacets({ facets, filter }) {
      const chosen = entities.filter(entity => matchesFilter(entity, filter));
      const counted = facets.map(facet => {
        const counts = new Map<string, number>();
        for (const entity of chosen) {
          const values = pairsOf(entity).flatMap(([key, value]) => (key === facet.toLowerCase() ? [value] : []));
          for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        return [facet, [...counts].map(([value, count]) => ({ value, count }))] as const;
      });
      return { facets: Object.fromEntries(counted) };
    },
    // What is in memory is as new as it gets.
    refreshEntity: async () => undefined,
  };
}
