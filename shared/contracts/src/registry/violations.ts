import * as v from 'valibot';

/** What browsers refused to do because of the page's policy, counted. Nothing of it is more than what browsers say. */
export const violationSchema = v.object({
  /** Absent where no remote could be told. */
  remote: v.optional(v.string()),
  /** Absent where the version is not known. */
  version: v.optional(v.string()),
  /** Of the policy: `connect-src`. */
  directive: v.string(),
  /** What was refused: an origin, a file of a remote, or `inline`, `eval`, `others`. */
  blocked: v.string(),
  /** How the remote was found: `source` and `blocked`: a file of it did it or was refused; `page`: its page was shown, so probably. */
  attributedBy: v.picklist(['source', 'blocked', 'page', 'nothing']),
  /** The remote's file that did it. */
  source: v.optional(v.string()),
  count: v.number(),
  /** ISO 8601 instants. */
  firstAt: v.string(),
  lastAt: v.string(),
});

/** `GET /violations?remote=`: newest first. */
export const violationListSchema = v.object({ violations: v.array(violationSchema) });

export type Violation = v.InferOutput<typeof violationSchema>;
export type ViolationList = v.InferOutput<typeof violationListSchema>;
