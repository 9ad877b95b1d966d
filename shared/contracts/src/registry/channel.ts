import * as v from 'valibot';
import { audienceSchema, channelNameSchema, remoteIdSchema, shortTextSchema, versionSchema } from './parts.ts';

/** The channel that everyone gets who gets no other. */
export const stableChannel = 'stable';

/** Percent of the users, in steps of a hundredth. */
const weightSchema = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(100),
  v.check(weight => Number.isInteger(Math.round(weight * 1e6) / 1e4), 'Expected at most two digits after the point'),
);

/**
 * Body of `PUT /remotes/:id/channels/:channel`: which version the channel gives from now on, and to whom. What is left out
 * stays as it is, `null` takes it away. `stable` takes neither weight nor audience.
 */
export const channelMoveSchema = v.strictObject({
  version: v.optional(versionSchema),
  /** Percent of the users that get it. */
  weight: v.optional(v.nullable(weightSchema)),
  /** Users and groups that get it. */
  audience: v.optional(v.nullable(audienceSchema)),
  /** Of several channels with an audience the highest counts. Default 0. */
  priority: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-1000), v.maxValue(1000))),
  note: v.optional(shortTextSchema),
});

/** A channel as the registry gives it. */
export const channelSchema = v.object({
  channel: v.string(),
  version: v.string(),
  weight: v.optional(v.number()),
  audience: v.optional(v.array(v.string())),
  priority: v.number(),
  /** For `If-Match`: changes with each move. */
  etag: v.string(),
  /** The versions that it gave before, newest first: the first is what a rollback goes back to. */
  previous: v.array(v.string()),
  /** Id of the release set that moved it last; the salt of its weight. */
  releaseSet: v.optional(v.string()),
  /** ISO 8601 instant. */
  movedAt: v.string(),
  movedBy: v.string(),
});

/** Body of `POST /remotes/:id/rollback`. */
export const rollbackSchema = v.strictObject({
  /** Default `stable`. */
  channel: v.optional(channelNameSchema),
  /** Default: the version that the channel gave before. */
  to: v.optional(versionSchema),
  note: v.optional(shortTextSchema),
});

function channelOf({ remote, channel = stableChannel }: { readonly remote: string; readonly channel?: string | undefined }): string {
  return `${remote} ${channel}`;
}

/** Body of `POST /release-sets`: moves that happen together or not at all. */
export const releaseSetSchema = v.strictObject({
  title: v.optional(shortTextSchema),
  moves: v.pipe(
    v.array(
      v.strictObject({
        remote: remoteIdSchema,
        /** Default `stable`. */
        channel: v.optional(channelNameSchema),
        version: versionSchema,
        weight: channelMoveSchema.entries.weight,
        audience: channelMoveSchema.entries.audience,
        priority: channelMoveSchema.entries.priority,
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
    v.check(moves => new Set(moves.map(channelOf)).size === moves.length, 'Expected each channel of a remote once'),
  ),
});

/** Body of `PUT /remotes/:id/pins/:subject`; the subject is the entity ref of a user or group. */
export const pinSchema = v.strictObject({ version: versionSchema, note: v.optional(shortTextSchema) });

export type ChannelMove = v.InferOutput<typeof channelMoveSchema>;
export type Channel = v.InferOutput<typeof channelSchema>;
export type Rollback = v.InferOutput<typeof rollbackSchema>;
export type ReleaseSet = v.InferOutput<typeof releaseSetSchema>;
export type Pin = v.InferOutput<typeof pinSchema>;
