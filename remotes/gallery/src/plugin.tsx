import { createPageExtension, createPlugin } from '@portico/plugin-api';
import { rootRouteRef } from './routes.ts';

export default createPlugin({
  id: 'gallery',
  title: 'Component gallery',
  routes: { root: rootRouteRef },
  extensions: [
    createPageExtension({
      path: '/gallery',
      title: 'Component gallery',
      icon: 'component',
      routeRef: rootRouteRef,
      navigation: { title: 'Components', group: 'Development', order: 90 },
      loader: () => import('./pages/gallery-page.tsx'),
    }),
  ],
});
