import type { RadarEntry } from '../../api/radar.ts';

/** The entries in which every word of `filter` occurs: in title, description or names, without regard to case. */
export function filterEntries(entries: readonly RadarEntry[], filter: string): readonly RadarEntry[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter(entry => {
    const text = [entry.title, entry.description ?? '', ...entry.names].join(' ').toLowerCase();
    return words.every(word => text.includes(word));
  });
}
