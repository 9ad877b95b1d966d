import type { PluginRoute, RemoteRoute } from '@portico/contracts';

/** All pages. Where two remotes want one path, the earlier registration keeps it. */
export function remoteRoutes<R extends { readonly routes: readonly PluginRoute[] }>(remotes: readonly R[]): readonly RemoteRoute<R>[] {
  const byPath = new Map<string, RemoteRoute<R>>();
  for (const remote of remotes) {
    for (const route of remote.routes) if (!byPath.has(route.path)) byPath.set(route.path, { remote, route });
  }
  return [...byPath.values()];
}
