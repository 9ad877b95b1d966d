import type { SnapshotRemote } from '@portico/contracts';

const wanted = new Set<string>();

function addLink(attributes: Readonly<Record<string, string>>): void {
  const link = document.createElement('link');
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.head.append(link);
}

const filesOf = ({ entry }: SnapshotRemote): readonly string[] => {
  const folder = entry.url.slice(0, entry.url.lastIndexOf('/') + 1);
  return (entry.assets ?? []).map(asset => folder + asset);
};

/**
 * Fetches what the first page of a remote needs beside its entry, while the entry is on its way: else each file waits for the
 * one that names it. Only into the HTTP cache; whoever wants a file checks its digest.
 */
export function fetchAhead(remote: SnapshotRemote, fetch: typeof window.fetch): void {
  if (remote.status !== 'ok' || !isOwn(remote.entry.url)) return;
  for (const href of filesOf(remote)) fetch(href).then(answer => answer.arrayBuffer()).catch(() => undefined);
}

const isOwn = (url: string): boolean => url.startsWith('/') && !url.startsWith('//');

/**
 * Fetches what a remote's first page needs, at most once, into the HTTP cache, where the immutable files stay. `prefetch` and not
 * `preload`: the browser takes a preload only for a request with the same digest, and complains on the console about one that
 * nobody used, as when somebody moves over a link and goes on.
 */
export function preloadRemote(remote: SnapshotRemote): void {
  const { id, version, entry, status, override } = remote;
  const key = `${id}@${version}`;
  if (wanted.has(key) || override || status === 'refused' || (!entry.integrity && status !== 'unverified')) return;
  wanted.add(key);
  for (const href of [entry.url, ...filesOf(remote)]) {
    addLink({ rel: 'prefetch', as: href.endsWith('.css') ? 'style' : 'script', href, crossorigin: 'anonymous' });
  }
}
