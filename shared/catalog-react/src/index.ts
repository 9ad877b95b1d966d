// Node runs a plugin.tsx that imports this: what needs JSX or styles has an entry of its own.
export { entityCardPoint, entityContextMenuItemPoint, entityHeaderLinkPoint, entityTabPoint } from './extension-points.ts';
export type { EntityContextMenuItemConfig, EntityContextMenuItemProps, EntityHeaderLinkConfig } from './extension-points.ts';
export { createRecentEntities, createStarredEntities } from './entity-lists/create-entity-lists.ts';
export { recentEntitiesApiRef, useRecentEntities } from './entity-lists/recent-entities.ts';
export type { RecentEntitiesApi, RecentEntity } from './entity-lists/recent-entities.ts';
export { starredEntitiesApiRef, useStarredEntities } from './entity-lists/starred-entities.ts';
export type { StarredEntitiesApi } from './entity-lists/starred-entities.ts';
export { entityContext, useEntity } from './entity-context.ts';
export type { EntityContext } from './entity-context.ts';
export { catalogIndexRouteRef, compoundRefOf, entityRouteParameters, entityRouteRef, useEntityPath } from './entity-route.ts';
export type { EntityLike } from './entity-route.ts';
export { catalogApiRef } from './catalog-api/catalog-api.ts';
export type {
  CatalogApi,
  CatalogCallOptions,
  EntityFilter,
  EntityFilterTerms,
  FacetValue,
  QueryEntitiesRequest,
  QueryEntitiesResponse,
} from './catalog-api/catalog-api.ts';
export { createCatalogClient } from './catalog-api/create-catalog-client.ts';
