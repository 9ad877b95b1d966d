import { identityApiRef, useApi } from '@portico/plugin-api';
import { catalogApiRef, useStarredEntities } from '@portico/plugin-catalog-react';
import type { FacetValue, QueryEntitiesResponse } from '@portico/plugin-catalog-react';
import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { filterNames } from '../pages/index/list-state.ts';
import type { FilterName, ListState } from '../pages/index/list-state.ts';
import { filterFields, listFilter, listRequest, nextRequest } from './list-request.ts';
import type { ListScope, PersonalRefs } from './list-request.ts';

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

/** Which kinds of what the owners own the catalog has, with how many entities each, by name. Without owners: of everything. */
export function useKinds(owners: readonly string[] | undefined, enabled = true) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['kinds', owners],
    enabled: enabled && (owners === undefined || owners.length > 0),
    queryFn: async ({ signal }) => {
      const filter = owners === undefined ? {} : { filter: { 'relations.ownedBy': owners } };
      const { facets } = await catalog.getFacets({ facets: ['kind'], ...filter }, { signal });
      return (facets['kind'] ?? []).toSorted((left, right) => left.value.localeCompare(right.value, 'en'));
    },
  });
}

/** The values of a filter that entities have, with their counts. */
export type FilterValues = Readonly<Partial<Record<FilterName, readonly FacetValue[]>>>;

/**
 * The values that each filter offers, with how many entities have them that meet all other filters. Filters without a value are
 * asked for together; one with a value leaves itself out of the question, so that more of its values can be added.
 */
export function useFilterValues(scope: ListScope, personal: PersonalRefs, enabled: boolean): FilterValues {
  const { kind, list, filters } = scope;
  const catalog = useApi(catalogApiRef);
  const chosen = filterNames.filter(name => filters[name]?.length);
  const groups = [filterNames.filter(name => !chosen.includes(name)), ...chosen.map(name => [name])].filter(names => names.length > 0);
  const combine = useCallback(
    (results: readonly { readonly data?: FilterValues | undefined }[]): FilterValues => Object.assign({}, ...results.map(({ data }) => data ?? {})),
    [],
  );
  return useQueries({
    queries: groups.map(names => {
      const others = Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as FilterName)));
      const filter = listFilter({ kind, list, filters: others }, personal);
      return {
        queryKey: ['filter-values', names, filter ?? 'none'],
        enabled,
        placeholderData: keepPreviousData<FilterValues | undefined>,
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<FilterValues> => {
          if (!filter) return {};
          const facets = names.map(name => filterFields[name]);
          const found = await catalog.getFacets({ facets, ...(filter.length > 0 ? { filter } : {}) }, { signal });
          return Object.fromEntries(names.map(name => [name, readableValues(found.facets[filterFields[name]])]));
        },
      };
    }),
    combine,
  });
}

/** Values by their count. A comma ends a condition: a value that holds one can't be asked for. */
function readableValues(values: readonly FacetValue[] = []): readonly FacetValue[] {
  return values
    .filter(({ value }) => !value.includes(','))
    .toSorted((left, right) => right.count - left.count || left.value.localeCompare(right.value, 'en'));
}
