import { createRouteRef, createSubRouteRef } from '@portico/plugin-api';

/** The list of entities. */
export const indexRouteRef = createRouteRef();

/** The page of one entity. Kind and namespace are written in lower case. */
export const entityPageRouteRef = createSubRouteRef({ parent: indexRouteRef, path: '/:namespace/:kind/:name' });
