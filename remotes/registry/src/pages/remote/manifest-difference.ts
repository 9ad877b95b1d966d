import type { PluginManifest } from '@portico/contracts';

/** One line of what tells two versions apart. */
export interface Difference {
  readonly change: 'added' | 'removed';
  /** What it is about: `route`, `extension`, `needs`. */
  readonly about: string;
  readonly text: string;
}

function facts(manifest: PluginManifest): Map<string, string> {
  const found = new Map<string, string>();
  const add = (about: string, text: string) => found.set(`${about} ${text}`, about);
  add('portal API', manifest.portal);
  for (const { path, title } of manifest.routes) add('route', title ? `${path} (${title})` : path);
  for (const { id, point } of manifest.extensions) add('extension', `${id} at ${point}`);
  for (const { request, range } of manifest.federation.shared) add('needs', `${request} ${range}`);
  for (const id of manifest.provides ?? []) add('provides', id);
  return found;
}

/** What `to` has and `from` has not, and the reverse: routes, extensions, ranges and APIs. */
export function manifestDifference(from: PluginManifest, to: PluginManifest): Difference[] {
  const [before, after] = [facts(from), facts(to)];
  const only = (left: Map<string, string>, right: Map<string, string>, change: Difference['change']): Difference[] =>
    [...left].filter(([key]) => !right.has(key)).map(([key, about]) => ({ change, about, text: key.slice(about.length + 1) }));
  return [...only(before, after, 'removed'), ...only(after, before, 'added')];
}
