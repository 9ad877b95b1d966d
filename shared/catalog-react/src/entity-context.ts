import { createSharedContext } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';

/** What components on an entity page know. */
export interface EntityContext {
  readonly entity: Entity;
  /** Reads the entity anew, where the page can. */
  refresh?(): void;
}

/** Provided by the entity page round its tabs and cards. */
export const entityContext = /* @__PURE__ */ createSharedContext<EntityContext>('catalog.entity/v1');

/** Hook: the entity of the page. Throws `PLUGIN_API_CONTEXT_MISSING` outside of an entity page. */
export function useEntity(): EntityContext {
  return entityContext.use();
}
