import { matchRemote } from './match-remote.ts';
import type { Shell } from './shell-context.ts';

/** Starts to load the page that the address leads to, while React is still on its way to it. */
export function openRoute({ loads, offered }: Shell, pathname: string): void {
  const found = matchRemote(offered.get(), pathname);
  // Its failure is shown by the page, which waits for the same load.
  if (found) loads.load(found.remote, found.route.extension).catch(() => undefined);
}
