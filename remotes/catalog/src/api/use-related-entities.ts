import { fetchApiRef, readJson, useApi } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { CatalogProblem, Entity } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

/** As many as one question may name. */
const mostRefs = 1000;

const shownFields = ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title', 'metadata.description', 'spec.type', 'spec.profile'];

/** The entities that an entity is related to, by ref; null for those that the catalog does not have. */
export function useRelatedEntities(entity: Entity) {
  const catalog = useApi(catalogApiRef);
  const refs = [...new Set((entity.relations ?? []).map(relation => relation.targetRef))].sort().slice(0, mostRefs);
  return useQuery({
    queryKey: ['related', refs],
    enabled: refs.length > 0,
    queryFn: async ({ signal }) => {
      const { items } = await catalog.getEntitiesByRefs({ entityRefs: refs, fields: shownFields }, { signal });
      return new Map(refs.map((ref, index) => [ref, items[index] ?? null] as const));
    },
  });
}

/** How many entities of each kind and type a group or user owns. */
export function useOwnedCounts(ownerRef: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['owned', ownerRef],
    queryFn: async ({ signal }) => {
      const { facets } = await catalog.getFacets({ facets: ['kind'], filter: { 'relations.ownedBy': ownerRef } }, { signal });
      return (facets['kind'] ?? []).toSorted((left, right) => right.count - left.count || left.value.localeCompare(right.value, 'en'));
    },
  });
}

/** Why the newest state of an entity's file is not what the catalog shows. Empty where the catalog doesn't say. */
export function useProblems(entity: Entity) {
  const fetchApi = useApi(fetchApiRef);
  const ref = stringifyEntityRef(entity);
  return useQuery({
    queryKey: ['problems', ref],
    queryFn: async ({ signal }) => {
      const response = await fetchApi.fetch(`plugin://catalog/problems?entityRef=${encodeURIComponent(ref)}`, { signal });
      return (await readJson<{ items: readonly CatalogProblem[] }>(response)).items;
    },
  });
}
