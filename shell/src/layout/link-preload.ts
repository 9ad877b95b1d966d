import type { SnapshotRemote } from '@portico/contracts';
import { preloadRemote } from '../loading/preload-remote.ts';
import { matchRemote } from './match-remote.ts';

/** Preloads a remote when a link that leads into it is hovered over or focused. Returns how to stop. */
export function preloadOnIntent(remotes: () => readonly SnapshotRemote[]): () => void {
  const onIntent = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.origin !== window.location.origin) return;
    const found = matchRemote(remotes(), link.pathname);
    if (found) preloadRemote(found.remote);
  };
  document.addEventListener('pointerover', onIntent, { passive: true });
  document.addEventListener('focusin', onIntent);
  return () => {
    document.removeEventListener('pointerover', onIntent);
    document.removeEventListener('focusin', onIntent);
  };
}
