import * as v from 'valibot';

/** `GET /api/registry/offer`, written by the shell's build as `offer.json`: all that compatibility is decided from. */
export const offerSchema = v.object({
  schema: v.literal(1),
  /** Version of `@portico/plugin-api` that the shell provides. */
  pluginApi: v.string(),
  /** Import request of each shared module -> the version that the shell provides. */
  shared: v.record(v.string(), v.string()),
  /** The names of `react-router` that remotes may import. */
  routerNames: v.array(v.string()),
  /** The extension points that the shell itself offers. */
  extensionPoints: v.array(v.string()),
});

export type Offer = v.InferOutput<typeof offerSchema>;
