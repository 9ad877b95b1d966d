import type { PluginRoute } from '@portico/contracts';
import { createError, pluginApiErrors } from '@portico/errors';
import { nameOfValue } from '../json/name-of-value.ts';
import { fullNameOf, nameWithin } from './route-names.ts';
import type { AnyRouteRef, RouteParameters } from './route-ref.ts';

/** All that links are made from: the registered pages and the bindings of the configuration. */
export interface RouteTable {
  /** The snapshot's remotes fit. */
  readonly remotes: readonly { readonly id: string; readonly routes: readonly PluginRoute[] }[];
  /** `app.routes.bindings`: `<plugin id>.<external route name>` -> `<plugin id>.<route name>`, or false for no link. */
  readonly bindings: Readonly<Record<string, string | false>>;
}

function targetOf(ref: AnyRouteRef, table: RouteTable, pluginId: string | undefined): string | undefined {
  if (ref.$$type !== '@portico/ExternalRouteRef') return fullNameOf(ref);
  const name = pluginId === undefined ? undefined : nameWithin(ref, pluginId);
  const bound = name === undefined ? undefined : table.bindings[name];
  return bound === false ? undefined : (bound ?? ref.defaultTarget);
}

/**
 * The path pattern that a ref leads to: `/catalog/:namespace/:kind/:name`. Undefined for an optional external ref without a
 * registered target; any other ref without one throws `PLUGIN_API_ROUTE_UNRESOLVED`.
 *
 * @param pluginId - the plugin that makes the link: bindings are by plugin
 */
export function findRoute(ref: AnyRouteRef, table: RouteTable, pluginId?: string): string | undefined {
  const target = targetOf(ref, table, pluginId);
  const [owner = '', ...rest] = (target ?? '').split('.');
  const name = rest.join('.');
  for (const route of table.remotes.find(remote => remote.id === owner)?.routes ?? []) {
    const below = route.refs && Object.hasOwn(route.refs, name) ? route.refs[name] : undefined;
    if (below !== undefined) return `${route.path === '/' ? '' : route.path}${below}` || '/';
  }
  if (ref.$$type === '@portico/ExternalRouteRef' && ref.optional) return undefined;
  const route = (pluginId === undefined ? undefined : nameWithin(ref, pluginId)) ?? fullNameOf(ref) ?? 'without a name';
  throw createError(pluginApiErrors.ROUTE_UNRESOLVED, { route, target: target ?? 'none' });
}

/** Puts values into a pattern's parameters. They are encoded, so that dots and slashes in names are safe. */
export function fillPath(pattern: string, parameters: Readonly<Record<string, string>>): string {
  return pattern.replace(/:([A-Za-z0-9_]+)/g, (_whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    // Browsers take . and .. as steps in the path even when they are encoded.
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..') {
      throw createError(pluginApiErrors.ROUTE_PARAMETER_INVALID, { name, route: pattern, received: nameOfValue(value) });
    }
    return encodeURIComponent(value);
  });
}

/**
 * The path of the page that a ref leads to, for these parameters. Undefined and errors as in `findRoute`.
 *
 * @param table - the route table, and optionally the plugin that makes the link
 */
export function resolveRoute<P extends string>(
  ref: AnyRouteRef & { readonly params: readonly P[] },
  parameters: RouteParameters<P>,
  table: RouteTable & { readonly pluginId?: string },
): string | undefined {
  const pattern = findRoute(ref, table, table.pluginId);
  return pattern === undefined ? undefined : fillPath(pattern, parameters);
}
