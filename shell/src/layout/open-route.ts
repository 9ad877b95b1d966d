import { matchRemote } from '@portico/contracts';
import { fetchAhead } from '../loading/preload-remote.ts';
import type { Shell } from './shell-context.ts';

/** Starts to load the page that the address leads to, while React is still on its way to it. */
export function openRoute({ loads, offered, portal }: Shell, pathname: string): void {
  const found = matchRemote(offered.get(), pathname);
  if (!found) return;
  if (found.remote.outline) return void portal.lookAgain();
  fetchAhead(found.remote, window.fetch);
  // The families of components come in one file, which nearly every page takes. The page itself says so where they don't come.
  import('@portico/ui/page').catch(() => undefined);
  // Its failure is shown by the page, which waits for the same load.
  loads.load(found.remote, found.route.extension).catch(() => undefined);
}
