import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { routeTableRef } from '../internal-services.ts';

/** Root paths and the page go into the table that the server reads. */
export const rootHttpRouterFactory = createServiceFactory({
  service: coreServices.rootHttpRouter,
  deps: { routes: routeTableRef },
  factory: ({ routes }) => ({ use: routes.useRoot, useFallback: routes.useFallback }),
});
