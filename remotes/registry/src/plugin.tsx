import { createPageExtension, createPlugin } from '@portico/plugin-api';
import { auditRouteRef, impactRouteRef, listRouteRef, remoteRouteRef } from './routes.ts';

export default createPlugin({
  id: 'registry',
  title: 'Plugins',
  routes: { list: listRouteRef, remote: remoteRouteRef, audit: auditRouteRef, impact: impactRouteRef },
  extensions: [
    createPageExtension({
      path: '/registry',
      title: 'Plugins',
      icon: 'plug',
      routeRef: listRouteRef,
      navigation: { group: 'Portal', order: 90 },
      loader: () => import('./pages/registry-page.tsx'),
    }),
  ],
});
