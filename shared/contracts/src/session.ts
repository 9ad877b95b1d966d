import * as v from 'valibot';

/** `GET /api/auth/session`: who uses this browser. */
export const sessionSchema = v.object({
  user: v.object({
    /** Entity ref, lower case: `user:default/guest`. */
    entityRef: v.string(),
    displayName: v.string(),
    email: v.optional(v.string()),
    picture: v.optional(v.string()),
    /** Refs that count as the user when ownership is asked for; the user itself first. */
    ownershipEntityRefs: v.array(v.string()),
    roles: v.array(v.string()),
  }),
  /** Sign-in provider that made the session. */
  provider: v.string(),
  /** ISO 8601 instant at which the session ends. */
  expiresAt: v.string(),
  /** True while anybody who reaches the portal is signed in as a development admin. */
  development: v.boolean(),
});

/** `GET /api/auth/providers`. */
export const authProvidersSchema = v.object({
  providers: v.array(v.object({ id: v.string(), title: v.string(), startUrl: v.string() })),
  /** Why the last sign-in of this browser failed; told once. */
  problem: v.optional(v.object({ code: v.string(), message: v.string(), fix: v.string() })),
});

export type Session = v.InferOutput<typeof sessionSchema>;
export type AuthProviders = v.InferOutput<typeof authProvidersSchema>;
