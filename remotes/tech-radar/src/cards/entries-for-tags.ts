import { tagOf } from '../api/read-radar.ts';
import type { RadarEntry } from '../api/radar.ts';

/** The entries that tags name, by title, id, key or one of the entry's own tags; each once, in the radar's order. */
export function entriesForTags(entries: readonly RadarEntry[], tags: readonly string[]): readonly RadarEntry[] {
  const wanted = new Set(tags.map(tagOf));
  return entries.filter(entry => entry.names.some(name => wanted.has(name)));
}
