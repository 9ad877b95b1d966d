import * as v from 'valibot';

/** `GET /readyz` (and `/.backstage/health/v1/readiness`). 200 with `ok` or `degraded`, 503 otherwise. */
export const readinessSchema = v.object({
  status: v.picklist(['ok', 'degraded', 'starting', 'stopping']),
  plugins: v.record(
    v.string(),
    v.object({
      status: v.picklist(['starting', 'ok', 'degraded', 'failed']),
      reason: v.optional(v.string()),
      startMs: v.optional(v.number()),
      /** Starts so far, where the first one failed. */
      attempts: v.optional(v.number()),
      modules: v.optional(v.record(v.string(), v.object({ status: v.picklist(['ok', 'failed']), reason: v.optional(v.string()) }))),
    }),
  ),
});

export type Readiness = v.InferOutput<typeof readinessSchema>;
