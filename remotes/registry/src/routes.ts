import { createRouteRef, createSubRouteRef } from '@portico/plugin-api';

export const listRouteRef = createRouteRef();
export const remoteRouteRef = createSubRouteRef({ parent: listRouteRef, path: '/remotes/:id' });
export const auditRouteRef = createSubRouteRef({ parent: listRouteRef, path: '/audit' });
export const impactRouteRef = createSubRouteRef({ parent: listRouteRef, path: '/impact' });
