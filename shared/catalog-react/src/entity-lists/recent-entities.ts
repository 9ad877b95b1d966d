import { useSyncExternalStore } from 'react';
import { createApiRef, useApi } from '@portico/plugin-api';

/** An entity that the user has looked at. */
export interface RecentEntity {
  /** Full and lower-case. */
  readonly entityRef: string;
  /** What it was called then. */
  readonly title: string;
  /** When it was last looked at, as an ISO 8601 date. */
  readonly viewedAt: string;
}

/** The entities whose pages the user has looked at last, in this browser. */
export interface RecentEntitiesApi {
  /** The newest first, each once, at most 20. The same array until something changes. */
  list(): readonly RecentEntity[];
  /** Puts an entity at the front. */
  add(entity: { readonly entityRef: string; readonly title: string }): void;
  /** Calls `listener` after each change, also by other tabs. Returns how to stop. */
  observe(listener: () => void): () => void;
}

/** Provided by the catalog plugin. */
export const recentEntitiesApiRef = /* @__PURE__ */ createApiRef<RecentEntitiesApi>({ id: 'catalog.recent' });

/** Hook: the entities looked at last, as they are now. Its first use loads the catalog plugin. */
export function useRecentEntities(): readonly RecentEntity[] {
  const api = useApi(recentEntitiesApiRef);
  return useSyncExternalStore(api.observe, api.list, api.list);
}
