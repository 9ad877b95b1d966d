import * as v from 'valibot';

const version = v.object({ version: v.string(), bytes: v.number(), publishedAt: v.optional(v.string()) });

/** `GET /retention?remote=`: what the next sweep keeps and takes away. Looking has no effect. */
export const retentionPlanSchema = v.object({
  policy: v.object({
    /** Days since a session was seen with a version, in which it stays. */
    inUseDays: v.number(),
    previousVersions: v.number(),
    newestVersions: v.number(),
    /** Of one remote that one user keeps by running them. */
    versionsPerUser: v.optional(v.number()),
    unusedDays: v.number(),
    sweepMinutes: v.number(),
    /** Of one remote together. */
    mostBytes: v.number(),
    mostVersions: v.number(),
  }),
  remotes: v.array(
    v.object({
      remote: v.string(),
      bytes: v.number(),
      versions: v.number(),
      /** With what keeps each, in words. */
      kept: v.array(v.object({ ...version.entries, keptBy: v.array(v.string()) })),
      goes: v.array(version),
    }),
  ),
  /** Of all versions that would go. */
  bytes: v.number(),
  /** Files that no version has. */
  orphans: v.number(),
});

export type RetentionPlan = v.InferOutput<typeof retentionPlanSchema>;
