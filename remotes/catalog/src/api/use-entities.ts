import { identityApiRef, useApi } from '@portico/plugin-api';
import { catalogApiRef, useStarredEntities } from '@portico/plugin-catalog-react';
import type { QueryEntitiesResponse } from '@portico/plugin-catalog-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { filterNames } from '../pages/index/list-state.ts';
import type { ListState } from '../pages/index/list-state.ts';
import { filterFields, listFilter, listRequest, nextRequest } from './list-request.ts';
import type { PersonalRefs } from './list-request.ts';

const nothing: QueryEntitiesResponse = { items: [], totalItems: 0, pageInfo: {} };

/** What belongs to the user who is signed in. */
export function usePersonalRefs(): PersonalRefs {
  const identity = useApi(identityApiRef);
  const starred = useStarredEntities();
  return useMemo(() => ({ ownership: identity.getIdentity().ownershipEntityRefs, starred }), [identity, starred]);
}

/** The entities of the list, page after page; those before stay while others are fetched. */
export function useEntities(state: ListState, personal: PersonalRefs) {
  const catalog = useApi(catalogApiRef);
  const request = listRequest(state, personal);
  return useInfiniteQuery({
    queryKey: ['entities', request ?? 'none'],
    queryFn: async ({ signal, pageParam }) => {
      if (!request) return nothing;
      return catalog.queryEntities(pageParam === undefined ? request : nextRequest(pageParam), { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.pageInfo.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Which kinds the catalog has, with how many entities each, by name. With `owners`, only what those own. */
export function useKinds(owners?: readonly string[]) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['kinds', owners],
    enabled: owners === undefined || owners.length > 0,
    queryFn: async ({ signal }) => {
      const filter = owners === undefined ? {} : { filter: { 'relations.ownedBy': owners } };
      const { facets } = await catalog.getFacets({ facets: ['kind'], ...filter }, { signal });
      return (facets['kind'] ?? []).toSorted((left, right) => left.value.localeCompare(right.value, 'en'));
    },
  });
}

/** The values that each filter offers for a kind and list, with their counts. */
export function useFilterValues({ kind, list }: Pick<ListState, 'kind' | 'list'>, personal: PersonalRefs) {
  const catalog = useApi(catalogApiRef);
  const filter = listFilter({ kind, list, filters: {} }, personal);
  return useQuery({
    queryKey: ['filter-values', filter ?? 'none'],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const fields = filterNames.map(name => filterFields[name]);
      const { facets } = filter
        ? await catalog.getFacets({ facets: fields, ...(filter.length > 0 ? { filter } : {}) }, { signal })
        : { facets: {} as Record<string, never> };
      const entries = filterNames.map(name => {
        // A comma ends a condition: a value that holds one can't be asked for.
        const values = (facets[filterFields[name]] ?? []).filter(({ value }) => !value.includes(','));
        return [name, values.toSorted((left, right) => left.value.localeCompare(right.value, 'en'))] as const;
      });
      return Object.fromEntries(entries);
    },
  });
}
