import type { RadarEntry } from '../api/radar.ts';

/** The entries whose newest assessment moved them or put them on the radar, the newest first. */
export function recentMoves(entries: readonly RadarEntry[], count: number): readonly RadarEntry[] {
  const dateOf = (entry: RadarEntry): string => entry.timeline[0]?.date ?? '';
  return entries
    .filter(entry => entry.moved !== 0)
    .toSorted((left, right) => dateOf(right).localeCompare(dateOf(left)) || left.number - right.number)
    .slice(0, count);
}
