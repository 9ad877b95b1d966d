import { createRouteRef } from '@portico/plugin-api';

/** The list of families. */
export const rootRouteRef = createRouteRef();
