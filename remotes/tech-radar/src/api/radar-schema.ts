import * as v from 'valibot';

const name = v.pipe(v.string(), v.minLength(1));
// A number is a time in milliseconds, as JSON.stringify-ed dates of some exporters are.
const date = v.union([v.string(), v.number()]);

const snapshotSchema = v.object({
  date,
  ringId: name,
  description: v.optional(v.string()),
  moved: v.optional(v.number()),
});

const linkSchema = v.object({ url: v.string(), title: v.optional(v.string()) });

/** One entry as radar files write it: the shape of Backstage's tech radar, so that its files work unchanged. */
export const entrySchema = v.object({
  id: v.optional(name),
  key: v.optional(name),
  title: name,
  quadrant: name,
  description: v.optional(v.string()),
  url: v.optional(v.string()),
  links: v.optional(v.array(linkSchema)),
  timeline: v.array(snapshotSchema),
  tags: v.optional(v.array(v.string())),
});

export type RawEntry = v.InferOutput<typeof entrySchema>;
export type RawSnapshot = v.InferOutput<typeof snapshotSchema>;

/** The frame of a radar file. Entries are checked one by one, so that one bad entry costs that entry only. */
export const radarSchema = v.object({
  title: v.optional(v.string()),
  quadrants: v.pipe(v.array(v.object({ id: name, name })), v.minLength(2), v.maxLength(8)),
  rings: v.pipe(
    v.array(v.object({ id: name, name, description: v.optional(v.string()), color: v.optional(v.string()) })),
    v.minLength(1),
    v.maxLength(8),
  ),
  entries: v.array(v.unknown()),
});

export type RawRadar = v.InferOutput<typeof radarSchema>;
