import type { PluginRoute } from './plugin-manifest.ts';

/** A page with the remote that it belongs to. */
export interface RemoteRoute<R> {
  readonly remote: R;
  readonly route: PluginRoute;
}

/** True when `pathname` is the page at `path` or below it, without regard to case, as the router sees it. The page at `/` has nothing below it. */
export function isWithin(pathname: string, path: string): boolean {
  const [at, base] = [pathname.toLowerCase(), path.toLowerCase()];
  return at === base || (base !== '/' && at.startsWith(base.endsWith('/') ? base : `${base}/`));
}

/** The page that a path leads to: the one with the longest path of its own; of two with one path that of the earlier remote. */
export function matchRemote<R extends { readonly routes: readonly PluginRoute[] }>(remotes: readonly R[], pathname: string): RemoteRoute<R> | undefined {
  let found: RemoteRoute<R> | undefined;
  // Paths that are too long, or shorter than the one that was found, are told without being compared: a portal can have thousands.
  const isCandidate = ({ length }: string) => length <= pathname.length + 1 && length > (found?.route.path.length ?? 0);
  for (const remote of remotes) {
    for (const route of remote.routes) {
      if (isCandidate(route.path) && isWithin(pathname, route.path)) found = { remote, route };
    }
  }
  return found;
}
