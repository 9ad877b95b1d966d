import { remoteFolder } from './remote-folder.ts';

/**
 * The address of an ES module at a further attempt. Browsers remember that the import of an address has failed, so the
 * registry serves the same bytes below `~<n>/`; an origin of somebody else gets a query.
 */
export function retryUrl(entryUrl: string, attempt: number): string {
  if (attempt === 0) return entryUrl;
  const folder = remoteFolder(entryUrl);
  if (folder.includes('/remotes/')) return `${folder}~${attempt}/${entryUrl.slice(folder.length)}`;
  return `${entryUrl}${entryUrl.includes('?') ? '&' : '?'}attempt=${attempt}`;
}
