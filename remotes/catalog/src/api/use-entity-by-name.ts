import { useApi } from '@portico/plugin-api';
import { catalogApiRef } from '@portico/plugin-catalog-react';
import type { CompoundEntityRef } from '@portico/plugin-catalog-common';
import { useQuery } from '@tanstack/react-query';

/** The entity of a page; null when the catalog has none of that name. */
export function useEntityByName({ kind, namespace, name }: CompoundEntityRef) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['entity', kind, namespace, name],
    queryFn: async ({ signal }) => (await catalog.getEntityByName({ kind, namespace, name }, { signal })) ?? null,
  });
}
