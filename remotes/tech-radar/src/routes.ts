import { createRouteRef, createSubRouteRef } from '@portico/plugin-api';

/** The radar. */
export const rootRouteRef = createRouteRef();

/** The radar with the details of one entry open. */
export const entryRouteRef = createSubRouteRef({ parent: rootRouteRef, path: '/entries/:id' });
