import * as v from 'valibot';
import { versionSchema } from './parts.ts';
import { findingSchema } from './preflight-report.ts';

const request = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));

/** Body of `POST /impact`: what the shell might offer instead. What is left out stays as it is. */
export const impactRequestSchema = v.strictObject({
  /** Import request of a shared module -> its version; `null`: not offered any more. */
  shared: v.optional(v.pipe(v.record(request, v.nullable(versionSchema)), v.check(shared => Object.keys(shared).length <= 200, 'Expected at most 200 modules'))),
  /** Version of the plugin API. */
  portal: v.optional(versionSchema),
});

/** `POST /impact`: who would break. Nothing is changed. */
export const impactSchema = v.object({
  /** What would be otherwise than now. `to` is absent for what would not be offered any more, `from` for what is new. */
  changes: v.array(v.object({ request: v.string(), from: v.optional(v.string()), to: v.optional(v.string()) })),
  /** Those that would break come first. */
  remotes: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      owner: v.optional(v.string()),
      /** True where a version that runs now would be refused then. */
      breaks: v.boolean(),
      versions: v.array(
        v.object({
          version: v.string(),
          /** Channels that give it, and pins: `stable`, `pin user:default/ada`. */
          givenBy: v.array(v.string()),
          now: v.picklist(['fine', 'refused']),
          /** `independent`: it takes none of what would change from the shell, and brings its own of what it needs. */
          then: v.picklist(['fine', 'refused', 'independent']),
          /** Why it would be refused. */
          findings: v.array(findingSchema),
        }),
      ),
    }),
  ),
});

export type ImpactRequest = v.InferOutput<typeof impactRequestSchema>;
export type Impact = v.InferOutput<typeof impactSchema>;
