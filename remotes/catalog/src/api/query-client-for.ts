import type { CatalogApi } from '@portico/plugin-catalog-react';
import { QueryClient } from '@tanstack/react-query';

const clients = new WeakMap<CatalogApi, QueryClient>();

/**
 * The answers read so far. They stay as long as the session's catalog API does, so that coming back to the list shows
 * rows at once while newer ones are fetched.
 */
export function queryClientFor(catalog: CatalogApi): QueryClient {
  const known = clients.get(catalog);
  if (known) return known;
  const client = new QueryClient({
    defaultOptions: {
      // A failing catalog is shown with a retry rather than asked again behind the user's back.
      queries: { retry: false, staleTime: 10_000, gcTime: 10 * 60_000, refetchOnWindowFocus: false },
    },
  });
  clients.set(catalog, client);
  return client;
}
