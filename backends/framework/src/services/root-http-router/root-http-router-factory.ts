import type { RequestHandler } from 'express';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { currentScope, inPluginScope, releaseWithRun } from '../../wiring/plugin-scope.ts';
import { coreServices } from '../core-services.ts';
import { routeTableRef } from '../internal-services.ts';

/** Handlers run on behalf of the plugin that gave them. */
function inScope(handler: RequestHandler): RequestHandler {
  const scope = currentScope();
  if (!scope) return handler;
  return (request, response, next) => inPluginScope(scope, () => handler(request, response, next));
}

/** Root paths and the page go into the table that the server reads. */
export const rootHttpRouterFactory = createServiceFactory({
  service: coreServices.rootHttpRouter,
  deps: { routes: routeTableRef },
  factory: ({ routes }) => ({
    use: (path, handler) => releaseWithRun(routes.useRoot(path, inScope(handler))),
    useFallback: handler => releaseWithRun(routes.useFallback(inScope(handler))),
  }),
});
