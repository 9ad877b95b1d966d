import { createApiFactory, createPageExtension, createPlugin, fetchApiRef } from '@portico/plugin-api';
import { catalogApiRef, createCatalogClient, entityRouteRef } from '@portico/plugin-catalog-react';
import { entityPageRouteRef, indexRouteRef } from './routes.ts';

export default createPlugin({
  id: 'catalog',
  title: 'Catalog',
  routes: { index: indexRouteRef, entity: entityPageRouteRef },
  externalRoutes: { entityLink: entityRouteRef },
  apis: [createApiFactory({ api: catalogApiRef, deps: { fetchApi: fetchApiRef }, factory: createCatalogClient })],
  provides: [catalogApiRef],
  extensions: [
    createPageExtension({
      path: '/catalog',
      title: 'Catalog',
      icon: 'catalog',
      routeRef: indexRouteRef,
      navigation: { order: 10 },
      loader: () => import('./pages/catalog-page.tsx'),
    }),
  ],
});
