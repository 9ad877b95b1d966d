import * as v from 'valibot';

/** The one shape of every error answer of the portal. */
export const errorBodySchema = v.object({
  error: v.object({
    name: v.string(),
    code: v.string(),
    message: v.string(),
    fix: v.string(),
    details: v.optional(
      v.array(v.object({ code: v.string(), path: v.optional(v.string()), message: v.string(), fix: v.string() })),
    ),
  }),
  request: v.object({ method: v.string(), url: v.string() }),
  response: v.object({ statusCode: v.number() }),
});

export type ErrorBody = v.InferOutput<typeof errorBodySchema>;
