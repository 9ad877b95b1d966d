import type { RawEntry, RawSnapshot } from '../radar-schema.ts';

type RingId = 'adopt' | 'trial' | 'assess' | 'hold';

/** One line of a timeline: date, ring, movement (2: new) and why. Newest first. */
export type History = readonly [date: string, ringId: RingId, moved: -1 | 0 | 1 | 2, why?: string][];

export interface EntryOptions {
  /** Title and address pairs. */
  readonly links?: readonly [title: string, url: string][];
  /** More words by which a catalog tag may name the entry. */
  readonly tags?: readonly string[];
}

/** Builds the entries of one quadrant. */
export function entriesOf(quadrant: string) {
  return (title: string, description: string, history: History, options: EntryOptions = {}): RawEntry => ({
    title,
    quadrant,
    description,
    timeline: history.map(
      ([date, ringId, moved, why]): RawSnapshot => ({ date, ringId, moved, ...(why ? { description: why } : {}) }),
    ),
    links: (options.links ?? []).map(([name, url]) => ({ title: name, url })),
    tags: [...(options.tags ?? [])],
  });
}
