import type { RawEntry, RawSnapshot } from '../radar-schema.ts';

type RingId = 'adopt' | 'trial' | 'assess' | 'hold';

/** What is known of an entry beside its title and description. */
export interface EntryFacts {
  /** Date, ring, movement (2: new) and why. Newest first. */
  readonly history: readonly (readonly [date: string, ringId: RingId, moved: -1 | 0 | 1 | 2, why?: string])[];
  /** Title and address pairs. */
  readonly links?: readonly (readonly [title: string, url: string])[];
  /** More words by which a catalog tag may name the entry. */
  readonly tags?: readonly string[];
}

/** Builds the entries of one quadrant. */
export function entriesOf(quadrant: string) {
  return (title: string, description: string, { history, links = [], tags = [] }: EntryFacts): RawEntry => ({
    title,
    quadrant,
    description,
    timeline: history.map(
      ([date, ringId, moved, why]): RawSnapshot => ({ date, ringId, moved, ...(why ? { description: why } : {}) }),
    ),
    links: links.map(([name, url]) => ({ title: name, url })),
    tags: [...tags],
  });
}
