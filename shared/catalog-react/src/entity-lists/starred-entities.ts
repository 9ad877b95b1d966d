import { useSyncExternalStore } from 'react';
import { createApiRef, useApi } from '@portico/plugin-api';

/** The entities that the user has marked with a star, in this browser. */
export interface StarredEntitiesApi {
  /** Full, lower-case entity refs in the order in which they were starred. The same array until something changes. */
  list(): readonly string[];
  /** Adds the star or takes it away. */
  toggle(entityRef: string): void;
  /** Calls `listener` after each change, also by other tabs. Returns how to stop. */
  observe(listener: () => void): () => void;
}

/** Provided by the catalog plugin. */
export const starredEntitiesApiRef = /* @__PURE__ */ createApiRef<StarredEntitiesApi>({ id: 'catalog.starred' });

/** Hook: the starred entities as they are now. Its first use loads the catalog plugin. */
export function useStarredEntities(): readonly string[] {
  const api = useApi(starredEntitiesApiRef);
  return useSyncExternalStore(api.observe, api.list, api.list);
}
