import { matchRemote } from '@portico/contracts';
import { preloadRemote } from '../loading/preload-remote.ts';
import type { Shell } from './shell-context.ts';

/**
 * Preloads a remote when a link that leads into it is hovered over or focused. Only one that was not tried yet: after a
 * failure, the retry must not find what a preload has brought meanwhile. Returns how to stop.
 */
export function preloadOnIntent({ offered, store }: Pick<Shell, 'offered' | 'store'>): () => void {
  const onIntent = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.origin !== window.location.origin) return;
    const found = matchRemote(offered.get(), link.pathname);
    if (found && !found.remote.outline && store.stateOf(found.remote).status === 'waiting') preloadRemote(found.remote);
  };
  document.addEventListener('pointerover', onIntent, { passive: true });
  document.addEventListener('focusin', onIntent);
  return () => {
    document.removeEventListener('pointerover', onIntent);
    document.removeEventListener('focusin', onIntent);
  };
}
