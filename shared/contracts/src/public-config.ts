import * as v from 'valibot';

/** `GET /api/app/config`: the configuration that its schemas mark as visible to browsers. */
export const publicConfigSchema = v.object({
  /** Changes with the values; also the ETag. */
  revision: v.string(),
  config: v.record(v.string(), v.unknown()),
});

export type PublicConfig = v.InferOutput<typeof publicConfigSchema>;
