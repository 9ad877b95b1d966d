import * as v from 'valibot';

/** One fault or doubt about a remote. */
export const findingSchema = v.object({
  /** Name of the rule: `entry-stays-small`. */
  rule: v.string(),
  /** An `error` keeps the remote out, a `warning` is only told. */
  severity: v.picklist(['error', 'warning']),
  /** A dotted path in `portico-plugin.json`, or the name of a file. */
  path: v.string(),
  message: v.string(),
  fix: v.string(),
});

/** `POST /preflight`: everything that the checks say, without effect. */
export const preflightReportSchema = v.object({
  ok: v.boolean(),
  /** Of the remote, as far as it could be read. */
  id: v.optional(v.string()),
  version: v.optional(v.string()),
  /** Names of the rules that were applied. */
  rules: v.array(v.string()),
  findings: v.array(findingSchema),
});

export type PreflightFinding = v.InferOutput<typeof findingSchema>;
export type PreflightReport = v.InferOutput<typeof preflightReportSchema>;
