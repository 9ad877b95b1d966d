import type { Radar, RadarEntry } from '../../api/radar.ts';

/** What the address asks for. An id that the radar does not know filters nothing. */
export interface RadarFilter {
  readonly text: string;
  /** Ids. Empty: all. */
  readonly ring: string;
  readonly quadrant: string;
}

/** The entries in the asked ring and quadrant in which every word occurs: in title, description or names, in any case. */
export function filterEntries(radar: Radar, { text, ring, quadrant }: RadarFilter): readonly RadarEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const ringIndex = radar.rings.findIndex(({ id }) => id === ring);
  const quadrantIndex = radar.quadrants.findIndex(({ id }) => id === quadrant);
  return radar.entries.filter(entry => {
    if (ringIndex >= 0 && entry.ring !== ringIndex) return false;
    if (quadrantIndex >= 0 && entry.quadrant !== quadrantIndex) return false;
    const content = [entry.title, entry.description ?? '', ...entry.names].join(' ').toLowerCase();
    return words.every(word => content.includes(word));
  });
}
