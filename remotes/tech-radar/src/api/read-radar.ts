import { parseShape } from '@portico/contracts';
import { createError, techRadarErrors } from '@portico/errors';
import { entrySchema, radarSchema } from './radar-schema.ts';
import type { RawEntry, RawRadar } from './radar-schema.ts';
import type { EntryLink, Quadrant, Radar, RadarEntry, RadarNote, Ring } from './radar.ts';
import { readTimeline } from './read-timeline.ts';

type Unnumbered = Omit<RadarEntry, 'number'>;

/**
 * Makes a radar of data that people wrote by hand. A fault in one entry costs at most that entry and is told in `notes`;
 * only data without quadrants and rings is an error (TECH_RADAR_DATA_INVALID).
 *
 * @param source - where the data came from, for messages
 */
export function readRadar(data: unknown, source: string): Radar {
  const frame = parseShape(radarSchema, data);
  if (!frame.ok) {
    const faults = frame.faults.map(fault => `${fault.path}: ${fault.message}`).join('; ');
    throw createError(techRadarErrors.DATA_INVALID, { source, faults });
  }
  const { quadrants, rings, entries: rawEntries, title = 'Tech Radar' } = frame.value;
  const notes: RadarNote[] = [];
  const taken = new Set<string>();
  const entries: Unnumbered[] = [];
  rawEntries.forEach((raw, index) => {
    const entry = readEntry({ raw, index, quadrants, rings: readRings(rings), notes, taken });
    if (entry) entries.push(entry);
  });
  return { title, quadrants, rings: readRings(rings), entries: numbered(entries, quadrants.length), notes };
}

interface EntryContext {
  readonly raw: unknown;
  readonly index: number;
  readonly quadrants: readonly Quadrant[];
  readonly rings: readonly Ring[];
  readonly notes: RadarNote[];
  readonly taken: Set<string>;
}

function readEntry({ raw, index, quadrants, rings, notes, taken }: EntryContext): Unnumbered | undefined {
  const parsed = parseShape(entrySchema, raw);
  if (!parsed.ok) {
    const faults = parsed.faults.map(fault => `${fault.path}: ${fault.message}`).join('; ');
    notes.push({ entry: nameOf(raw, index), message: `is left out: ${faults}` });
    return undefined;
  }
  const { value } = parsed;
  const id = idOf(value);
  const { timeline, faults } = readTimeline(value.timeline, rings);
  const quadrant = quadrants.findIndex(one => one.id.toLowerCase() === value.quadrant.toLowerCase());
  const reasons = [...faults];
  if (quadrant < 0) {
    reasons.unshift(`the quadrant "${value.quadrant}" does not exist (quadrants: ${quadrants.map(one => one.id).join(', ')})`);
  }
  if (taken.has(id)) reasons.unshift(`another entry has the id "${id}" already`);

  const newest = timeline[0];
  const shown = newest?.ring !== undefined && quadrant >= 0 && !taken.has(id);
  if (reasons.length > 0) notes.push({ entry: value.title, message: `${shown ? '' : 'is left out: '}${reasons.join('; ')}` });
  if (!shown) return undefined;
  taken.add(id);
  const description = value.description ?? newest.description;
  return {
    id,
    title: value.title,
    quadrant,
    ring: newest.ring,
    moved: newest.moved,
    links: linksOf(value),
    timeline,
    names: [...new Set([value.title, id, value.key ?? '', ...(value.tags ?? [])].filter(Boolean).map(tagOf))],
    ...(description ? { description } : {}),
  };
}

function readRings(rings: RawRadar['rings']): Ring[] {
  return rings.map(({ id, name, description, color }) => ({
    id,
    name,
    ...(description ? { description } : {}),
    ...(color && hexColor.test(color) ? { color: longHex(color) } : {}),
  }));
}

/** Other notations have no contrast that could be computed here; such a ring takes a colour of the theme. */
const hexColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;

function longHex(color: string): string {
  const hex = color.toLowerCase();
  return hex.length === 7 ? hex : hex.replace(/[0-9a-f]/g, '$&$&');
}

function nameOf(raw: unknown, index: number): string {
  const { title, id } = (typeof raw === 'object' && raw !== null ? raw : {}) as { title?: unknown; id?: unknown };
  if (typeof title === 'string' && title !== '') return title;
  return typeof id === 'string' && id !== '' ? id : `Entry ${index + 1}`;
}

function idOf(entry: RawEntry): string {
  return tagOf(entry.id ?? entry.key ?? entry.title);
}

/** The form that catalog tags have: lower case, everything else than letters, digits, `+`, `#` and `.` as one dash. */
export function tagOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9+#.]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function linksOf(entry: RawEntry): EntryLink[] {
  const links = (entry.links ?? []).map(link => ({ url: link.url, title: link.title ?? link.url }));
  // `url` is the older form of one link; files that have both repeat it, and "#" stands for none.
  const { url } = entry;
  if (url && url !== '#' && links.every(link => link.url !== url)) links.unshift({ url, title: 'Website' });
  return links;
}

/** Numbers run as the eye does: through the quadrants from the top left, in each from the inner ring outward, by title. */
function numbered(entries: readonly Unnumbered[], quadrantCount: number): RadarEntry[] {
  const place = (quadrant: number) => readingOrder(quadrantCount).indexOf(quadrant);
  return entries
    .toSorted(
      (left, right) =>
        place(left.quadrant) - place(right.quadrant) || left.ring - right.ring || left.title.localeCompare(right.title, 'en'),
    )
    .map((entry, index) => ({ ...entry, number: index + 1 }));
}

/** The quadrants in the order in which they are read: for four of them top left, top right, bottom left, bottom right. */
export function readingOrder(quadrantCount: number): readonly number[] {
  return quadrantCount === 4 ? [2, 3, 1, 0] : Array.from({ length: quadrantCount }, (_, index) => index);
}
