import type { RequestHandler } from 'express';
import { isAtOrBelow } from '../../http/route-table.ts';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import type { HttpAuthService } from '../http-auth/http-auth-service.ts';
import { routeTableRef } from '../internal-services.ts';
import type { AuthPolicy } from './http-router-service.ts';

/** Stands in front of all handlers of a plugin: whoever has no credentials gets no further. */
function createBarrier(policies: readonly AuthPolicy[], httpAuth: HttpAuthService): RequestHandler {
  return async (request, _response, next) => {
    const policy = policies.find(({ path }) => isAtOrBelow(request.path, path));
    if (policy?.allow === 'anonymous') return next();
    if (policy?.allow === 'unauthenticated') await httpAuth.credentials(request, { allow: ['user', 'service', 'none'] });
    else if (policy?.allow === 'user-cookie') await httpAuth.credentials(request, { allow: ['user'] });
    else await httpAuth.credentials(request);
    next();
  };
}

/** Mounts the plugin's handlers at `/api/<pluginId>`. */
export const httpRouterFactory = createServiceFactory({
  service: coreServices.httpRouter,
  deps: { routes: routeTableRef, httpAuth: coreServices.httpAuth, plugin: coreServices.pluginMetadata },
  factory({ routes, httpAuth, plugin }) {
    const policies: AuthPolicy[] = [];
    const { router } = routes.plugin(plugin.id) ?? routes.addPlugin(plugin.id);
    router.use(createBarrier(policies, httpAuth));
    return {
      use: handler => void router.use(handler),
      addAuthPolicy: policy => void policies.push(policy),
    };
  },
});
