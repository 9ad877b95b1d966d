import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import { inPluginScope } from '../wiring/plugin-scope.ts';
import type { PluginRoute, RouteTable } from './route-table.ts';

/** Asks the early router; resolves to false when it has answered. Rejects with its fault. */
function passesEarly(route: PluginRoute, request: Request, response: Response): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const next: NextFunction = fault => (fault === undefined ? resolve(true) : reject(fault as Error));
    response.once('close', () => resolve(false));
    route.early(request, response, next);
  });
}

/** Hands `/api/<pluginId>/...` to the plugin; a request to one that is still starting waits. */
export function createPluginDispatch(routes: RouteTable, holdMs: number): RequestHandler {
  return async (request, response, next) => {
    const id = String(request.params.pluginId);
    if (!routes.plugin(id) && !routes.settled)
      await routes.waitUntil(() => routes.settled || routes.plugin(id) !== undefined, holdMs);
    const route = routes.plugin(id);
    if (!route) return next();
    // Only the framework's own paths are asked for early; all others need not take the detour.
    if (request.path.startsWith('/.backstage/') && !(await passesEarly(route, request, response))) return;
    if (route.state === 'starting' && !(await routes.waitUntil(() => route.state !== 'starting', holdMs))) {
      throw createError(frameworkErrors.PLUGIN_STARTING, { plugin: id });
    }
    if (route.state === 'failed') throw createError(frameworkErrors.PLUGIN_FAILED, { plugin: id });
    return inPluginScope(route.scope, () => route.router(request, response, next));
  };
}
