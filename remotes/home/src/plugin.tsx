import { createCardExtension, createPageExtension, createPlugin } from '@portico/plugin-api';
import { catalogIndexRouteRef, entityRouteRef } from '@portico/plugin-catalog-react';
import { homeCardPoint } from '@portico/plugin-home-react';
import { homeRouteRef } from './routes.ts';

const point = homeCardPoint;

export default createPlugin({
  id: 'home',
  title: 'Home',
  routes: { home: homeRouteRef },
  externalRoutes: { entityLink: entityRouteRef, catalogIndex: catalogIndexRouteRef },
  extensionPoints: [homeCardPoint],
  extensions: [
    createPageExtension({
      path: '/',
      title: 'Home',
      icon: 'home',
      routeRef: homeRouteRef,
      navigation: { order: 0 },
      loader: () => import('./pages/home/home-page.tsx'),
    }),
    createCardExtension({
      point,
      id: 'card:owned',
      title: 'What I own',
      size: 'small',
      order: 10,
      loader: () => import('./cards/owned-card.tsx'),
    }),
    createCardExtension({
      point,
      id: 'card:recent',
      title: 'Recently viewed',
      size: 'small',
      order: 20,
      loader: () => import('./cards/recent-card.tsx'),
    }),
    createCardExtension({
      point,
      id: 'card:starred',
      title: 'Starred',
      size: 'small',
      order: 30,
      loader: () => import('./cards/starred-card.tsx'),
    }),
    createCardExtension({
      point,
      id: 'card:links',
      title: 'Quick links',
      size: 'small',
      order: 40,
      loader: () => import('./cards/links-card.tsx'),
    }),
    createCardExtension({
      point,
      id: 'card:plugins',
      title: 'Plugin health',
      size: 'small',
      order: 50,
      loader: () => import('./cards/plugins-card.tsx'),
    }),
  ],
});
