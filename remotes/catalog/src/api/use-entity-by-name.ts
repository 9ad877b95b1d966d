import { useApi } from '@portico/plugin-api';
import { stringifyEntityRef } from '@portico/plugin-catalog-common';
import type { CompoundEntityRef } from '@portico/plugin-catalog-common';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

/**
 * The entity of a page; null when the catalog has none of that name. It is asked for by its ref, because a name that does
 * not exist is then an answer rather than a 404, which browsers report as a fault of the page.
 */
export function useEntityByName(name: CompoundEntityRef) {
  const catalog = useApi(catalogApiRef);
  const ref = stringifyEntityRef(name);
  return useQuery({
    queryKey: ['entity', ref],
    queryFn: async ({ signal }) => {
      const { items } = await catalog.getEntitiesByRefs({ entityRefs: [ref] }, { signal });
      return items[0] ?? null;
    },
  });
}
