import { useApi } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ListState } from '../pages/index/list-state.ts';
import { listRequest } from './list-request.ts';

/** One page of the list; the page before stays while the next one is fetched. */
export function useEntities(state: ListState) {
  const catalog = useApi(catalogApiRef);
  const request = listRequest(state);
  return useQuery({
    queryKey: ['entities', request],
    queryFn: ({ signal }) => catalog.queryEntities(request, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** Which kinds the catalog has, with how many entities each, by name. */
export function useKinds() {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['kinds'],
    queryFn: async ({ signal }) => {
      const { facets } = await catalog.getFacets({ facets: ['kind'] }, { signal });
      return (facets['kind'] ?? []).toSorted((left, right) => left.value.localeCompare(right.value, 'en'));
    },
  });
}
