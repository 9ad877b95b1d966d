import type { LoadableRemote } from './loadable-remote.ts';
import { remoteFolder } from './remote-folder.ts';

/**
 * Takes away what an earlier attempt, or another version under the same global, left in the page: the container, and
 * script tags that still wait. Otherwise webpack and the federation runtime would join them and wait, too.
 */
export function clearRemains({ entry }: LoadableRemote): void {
  const folder = new URL(remoteFolder(entry.url), document.baseURI).href;
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[src]')) {
    if (script.src.startsWith(folder)) script.remove();
  }
  // A container declared with `var` can't be deleted.
  if (Object.hasOwn(globalThis, entry.global)) Reflect.set(globalThis, entry.global, undefined);
}
