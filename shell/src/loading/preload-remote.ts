import type { SnapshotRemote } from '@portico/contracts';

const wanted = new Set<string>();

function addLink(attributes: Readonly<Record<string, string>>): void {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.head.append(link);
}

/**
 * Fetches what a remote's first page needs, at most once, into the HTTP cache, where the immutable files stay. `prefetch` and not
 * `preload`: the browser takes a preload only for a request with the same digest, and complains on the console about one that
 * nobody used, as when somebody moves over a link and goes on.
 */
export function preloadRemote({ id, version, entry, status }: SnapshotRemote): void {
  const key = `${id}@${version}`;
  if (wanted.has(key) || status === 'refused' || (!entry.integrity && status !== 'unverified')) return;
  wanted.add(key);
  const folder = entry.url.slice(0, entry.url.lastIndexOf('/') + 1);
  for (const href of [entry.url, ...(entry.assets ?? []).map(asset => folder + asset)]) {
    addLink({ rel: 'prefetch', as: href.endsWith('.css') ? 'style' : 'script', href, crossorigin: 'anonymous' });
  }
}
