import { useMemo, useSyncExternalStore } from 'react';
import { useApi } from '../apis/use-api.ts';
import { pluginContext } from '../context/plugin-context.ts';
import { fillPath, findRoute } from './resolve-route.ts';
import type { ExternalRouteRef, RouteFunction, RouteRef, SubRouteRef } from './route-ref.ts';
import { routesApiRef } from './routes-api.ts';

/**
 * Hook: how to make links to the page of a ref. Works before the plugin that has the page is loaded, and follows what is
 * registered. Undefined only for an optional external ref that leads nowhere now; any other ref that leads nowhere throws
 * `PLUGIN_API_ROUTE_UNRESOLVED`. The function throws `PLUGIN_API_ROUTE_PARAMETER_INVALID` for a value that fits in no path.
 *
 * @example const entityPath = useRouteRef(entityRouteRef); <Link to={entityPath({ namespace, kind, name })}>
 */
export function useRouteRef<P extends string>(ref: RouteRef<P> | SubRouteRef<P> | ExternalRouteRef<P, false>): RouteFunction<P>;
export function useRouteRef<P extends string>(ref: ExternalRouteRef<P>): RouteFunction<P> | undefined;
export function useRouteRef(
  ref: RouteRef<string> | SubRouteRef<string> | ExternalRouteRef<string>,
): RouteFunction<string> | undefined {
  const routes = useApi(routesApiRef);
  const table = useSyncExternalStore(routes.subscribe, routes.getTable, routes.getTable);
  const pluginId = pluginContext.useOptional()?.pluginId;
  return useMemo(() => {
    const pattern = findRoute(ref, table, pluginId);
    return pattern === undefined ? undefined : (parameters: Readonly<Record<string, string>> = {}) => fillPath(pattern, parameters);
  }, [ref, table, pluginId]);
}
