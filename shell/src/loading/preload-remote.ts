import type { SnapshotRemote } from '@portico/contracts';

const wanted = new Set<string>();

function addLink(attributes: Readonly<Record<string, string>>): void {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.head.append(link);
}

/**
 * Fetches what a remote's first page needs, at most once. The entry is preloaded under its digest. The browser takes a
 * preload only for a request with the same digest, and those of the assets are in the entry: they are brought into the
 * HTTP cache, where the immutable files stay.
 */
export function preloadRemote({ id, version, entry, status }: SnapshotRemote): void {
  const key = `${id}@${version}`;
  if (wanted.has(key) || status === 'refused' || (!entry.integrity && status !== 'unverified')) return;
  wanted.add(key);
  const crossorigin = 'anonymous';
  const digest: Record<string, string> = entry.integrity ? { integrity: entry.integrity } : {};
  // A module must not be looked at before its digests are known to the browser.
  if (entry.type === 'module') addLink({ rel: 'prefetch', as: 'script', href: entry.url, crossorigin });
  else addLink({ rel: 'preload', as: 'script', href: entry.url, crossorigin, ...digest });
  const folder = entry.url.slice(0, entry.url.lastIndexOf('/') + 1);
  for (const asset of entry.assets ?? []) {
    addLink({ rel: 'prefetch', as: asset.endsWith('.css') ? 'style' : 'script', href: folder + asset, crossorigin });
  }
}
