import { createCardExtension, createPageExtension, createPlugin } from '@portico/plugin-api';
import { entityCardPoint } from '@portico/plugin-catalog-react';
import { homeCardPoint } from '@portico/plugin-home-react';
import { entryRouteRef, rootRouteRef } from './routes.ts';

export default createPlugin({
  id: 'tech-radar',
  title: 'Tech Radar',
  routes: { root: rootRouteRef, entry: entryRouteRef },
  extensions: [
    createPageExtension({
      path: '/tech-radar',
      title: 'Tech Radar',
      icon: 'radar',
      routeRef: rootRouteRef,
      navigation: { order: 40 },
      loader: () => import('./pages/radar/radar-page.tsx'),
    }),
    createCardExtension({
      point: entityCardPoint,
      id: 'card:on-the-radar',
      title: 'On the tech radar',
      order: 80,
      if: { kind: 'Component', 'metadata.tags': { $exists: true } },
      loader: () => import('./cards/radar-card.tsx'),
    }),
    createCardExtension({
      point: homeCardPoint,
      id: 'card:recent-moves',
      title: 'Moved on the tech radar',
      size: 'small',
      order: 60,
      loader: () => import('./cards/moves-card.tsx'),
    }),
  ],
});
