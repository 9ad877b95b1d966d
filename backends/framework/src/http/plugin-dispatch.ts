import type { RequestHandler } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import type { RouteTable } from './route-table.ts';

/** Hands `/api/<pluginId>/...` to the plugin; a request to one that is still starting waits. */
export function createPluginDispatch(routes: RouteTable, holdMs: number): RequestHandler {
  return async (request, response, next) => {
    const id = String(request.params.pluginId);
    if (!routes.plugin(id) && !routes.settled)
      await routes.waitUntil(() => routes.settled || routes.plugin(id) !== undefined, holdMs);
    const route = routes.plugin(id);
    if (!route) return next();
    if (route.state === 'starting' && !(await routes.waitUntil(() => route.state !== 'starting', holdMs))) {
      throw createError(frameworkErrors.PLUGIN_STARTING, { plugin: id });
    }
    if (route.state === 'failed') throw createError(frameworkErrors.PLUGIN_FAILED, { plugin: id });
    return route.router(request, response, next);
  };
}
