import {
  createApiFactory,
  createPageExtension,
  createPlugin,
  createSearchProviderExtension,
  fetchApiRef,
  identityApiRef,
} from '@portico/plugin-api';
import {
  catalogApiRef,
  createCatalogClient,
  createRecentEntities,
  createStarredEntities,
  entityCardPoint,
  entityContextMenuItemPoint,
  entityHeaderLinkPoint,
  entityRouteRef,
  entityTabPoint,
  recentEntitiesApiRef,
  starredEntitiesApiRef,
} from '@portico/plugin-catalog-react';
import { entityPageRouteRef, indexRouteRef } from './routes.ts';

export default createPlugin({
  id: 'catalog',
  title: 'Catalog',
  routes: { index: indexRouteRef, entity: entityPageRouteRef },
  externalRoutes: { entityLink: entityRouteRef },
  apis: [
    createApiFactory({ api: catalogApiRef, deps: { fetchApi: fetchApiRef }, factory: createCatalogClient }),
    createApiFactory({ api: starredEntitiesApiRef, deps: { identityApi: identityApiRef }, factory: createStarredEntities }),
    createApiFactory({ api: recentEntitiesApiRef, deps: { identityApi: identityApiRef }, factory: createRecentEntities }),
  ],
  provides: [catalogApiRef, starredEntitiesApiRef, recentEntitiesApiRef],
  extensionPoints: [entityTabPoint, entityCardPoint, entityHeaderLinkPoint, entityContextMenuItemPoint],
  extensions: [
    createPageExtension({
      path: '/catalog',
      title: 'Catalog',
      icon: 'catalog',
      routeRef: indexRouteRef,
      navigation: { order: 10 },
      loader: () => import('./pages/catalog-page.tsx'),
    }),
    createSearchProviderExtension({ title: 'Catalog', order: 10, loader: () => import('./search/search-entities.ts') }),
  ],
});
