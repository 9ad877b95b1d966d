/** How an entry moved with its newest snapshot: inward (1), outward (-1), not at all (0), or new on the radar (2). */
export type Movement = -1 | 0 | 1 | 2;

export interface Quadrant {
  readonly id: string;
  readonly name: string;
}

/** A ring, from the centre outward. */
export interface Ring {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** `#rrggbb`; without it the ring takes a colour of the theme. */
  readonly color?: string;
}

export interface EntryLink {
  readonly url: string;
  readonly title: string;
}

/** One assessment of an entry at a date. */
export interface Snapshot {
  /** ISO date, `2026-05-01`. */
  readonly date: string;
  /** Index into the rings; undefined when the data names a ring that does not exist. */
  readonly ring: number | undefined;
  /** The ring as the data names it. */
  readonly ringId: string;
  readonly moved: Movement;
  readonly description?: string;
}

/** One thing on the radar, ready to be shown. */
export interface RadarEntry {
  readonly id: string;
  readonly title: string;
  /** 1, 2, 3 ... in the order of the legend; the number in the blip. */
  readonly number: number;
  /** Indexes into the quadrants and rings. */
  readonly quadrant: number;
  readonly ring: number;
  readonly moved: Movement;
  readonly description?: string;
  readonly links: readonly EntryLink[];
  /** Newest first, never empty. */
  readonly timeline: readonly Snapshot[];
  /** Words by which a catalog tag may name the entry, in lower case. */
  readonly names: readonly string[];
}

/** Something in the data that was mended or left out, in words for whoever keeps the data. */
export interface RadarNote {
  /** The title or id of the entry, or its place in the list. */
  readonly entry: string;
  readonly message: string;
}

/** A radar whose references all hold. */
export interface Radar {
  readonly title: string;
  /** Clockwise, the first at the bottom right. */
  readonly quadrants: readonly Quadrant[];
  readonly rings: readonly Ring[];
  readonly entries: readonly RadarEntry[];
  readonly notes: readonly RadarNote[];
}
