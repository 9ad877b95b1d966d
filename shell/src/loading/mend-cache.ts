import { refreshFile } from './refresh-file.ts';

/**
 * Fetches each file of a remote that did not load, or not with its digest, past the HTTP cache, so that the next attempt of
 * whoever wants it finds the published bytes. Returns how to stop.
 */
export function mendCache(document: Document): () => void {
  const onError = ({ target }: Event) => {
    const url = target instanceof HTMLScriptElement ? target.src : target instanceof HTMLLinkElement ? target.href : '';
    if (url.startsWith(`${window.location.origin}/remotes/`)) void refreshFile(url);
  };
  // Such events don't bubble.
  document.addEventListener('error', onError, true);
  return () => document.removeEventListener('error', onError, true);
}
