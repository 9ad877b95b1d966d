import * as v from 'valibot';

const longestBatch = 500;
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** `POST /authorize`. */
export const authorizeBody = v.object({
  items: v.pipe(
    v.array(
      v.object({
        id: text,
        permission: v.object({ name: text, resourceType: v.optional(text) }),
        resourceRef: v.optional(text),
        /** True where conditions shall come back as such. */
        conditional: v.optional(v.boolean()),
      }),
    ),
    v.maxLength(longestBatch),
  ),
  /** The program in whose name a plugin asks. */
  onBehalfOfService: v.optional(v.object({ subject: text, roles: v.array(text) })),
});

/** `POST /roles`. */
export const rolesBody = v.object({ names: v.pipe(v.array(text), v.maxLength(2_000)) });

export type AuthorizeBody = v.InferOutput<typeof authorizeBody>;
