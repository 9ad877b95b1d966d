import type { PluginRoute, SnapshotRemote } from '@portico/contracts';

/** A page of a remote. */
export interface RemoteRoute {
  readonly remote: SnapshotRemote;
  readonly route: PluginRoute;
}

/** All pages. Where two remotes want one path, the earlier registration keeps it. */
export function remoteRoutes(remotes: readonly SnapshotRemote[]): readonly RemoteRoute[] {
  const byPath = new Map<string, RemoteRoute>();
  for (const remote of remotes) {
    for (const route of remote.routes) if (!byPath.has(route.path)) byPath.set(route.path, { remote, route });
  }
  return [...byPath.values()];
}

/** True when `pathname` is the page at `path` or below it, without regard to case, as the router sees it. The page at `/` has nothing below it. */
export function isWithin(pathname: string, path: string): boolean {
  const [at, base] = [pathname.toLowerCase(), path.toLowerCase()];
  return at === base || (base !== '/' && at.startsWith(base.endsWith('/') ? base : `${base}/`));
}

/** The page that a path leads to: the one with the longest path of its own. */
export function matchRemote(remotes: readonly SnapshotRemote[], pathname: string): RemoteRoute | undefined {
  return remoteRoutes(remotes)
    .filter(({ route }) => isWithin(pathname, route.path))
    .sort((left, right) => right.route.path.length - left.route.path.length)[0];
}
