import { createRouteRef } from '@portico/plugin-api';

/** The home page. */
export const homeRouteRef = createRouteRef();
