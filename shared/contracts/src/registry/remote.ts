import * as v from 'valibot';
import { pluginManifestSchema } from '../plugin-manifest.ts';
import { channelSchema } from './channel.ts';
import { audienceSchema, entityRefSchema, faultSchema, httpUrlSchema, remoteIdSchema, shortTextSchema } from './parts.ts';
import { findingSchema } from './preflight-report.ts';

const route = v.pipe(v.string(), v.regex(/^\/[^?#\s]*$/, 'Expected a path that starts with /'), v.maxLength(200));
const publishers = v.pipe(v.array(shortTextSchema), v.maxLength(50));
/** An ed25519 public key: 32 bytes in base64, or the same in PEM. */
const publisherKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(500));

/** Body of `POST /remotes` and, with `url`, of `POST /preflight`. */
export const registrationRequestSchema = v.strictObject({
  /** Needed without `url`. */
  id: v.optional(remoteIdSchema),
  /** Where its team hosts it. Without it the remote has the versions that are published to it. */
  url: v.optional(httpUrlSchema),
  /** Replaces the path of its first page. */
  route: v.optional(route),
  title: v.optional(shortTextSchema),
  /** Browsers load it from its own origin. */
  live: v.optional(v.boolean()),
  type: v.optional(v.picklist(['script', 'module'])),
  global: v.optional(shortTextSchema),
  owner: v.optional(entityRefSchema),
  publishers: v.optional(publishers),
  publisherKey: v.optional(publisherKey),
});

/** Body of `PATCH /remotes/:id`. What is left out stays as it is, `null` takes it away. */
export const remoteChangeSchema = v.strictObject({
  route: v.optional(v.nullable(route)),
  title: v.optional(v.nullable(shortTextSchema)),
  enabled: v.optional(v.boolean()),
  /** Only these users and groups see the remote at all. */
  audience: v.optional(v.nullable(audienceSchema)),
  /** Once set, versions without a signature of this key are refused. */
  publisherKey: v.optional(v.nullable(publisherKey)),
  /** User or group whose members with the role `remote-publisher` may change it. */
  owner: v.optional(v.nullable(entityRefSchema)),
  /** Subjects of programs that may publish to it: `service:radar-pipeline`. */
  publishers: v.optional(v.nullable(publishers)),
  note: v.optional(shortTextSchema),
});

/** A version in the list of a remote. */
export const remoteVersionSchema = v.object({
  version: v.string(),
  /** ISO 8601 instant; absent for the build of a folder. */
  publishedAt: v.optional(v.string()),
  publishedBy: v.optional(v.string()),
  /** `published`: uploaded; `mirrored`: copied from its host; `folder`: the build folder of this process. */
  kind: v.picklist(['published', 'mirrored', 'folder', 'live']),
  /** Of all its files together. */
  bytes: v.number(),
  files: v.number(),
  /** Channels that give it. */
  channels: v.array(v.string()),
  /** Why it is not promoted by itself any more. */
  blocked: v.optional(v.object({ at: v.string(), reason: v.string() })),
  /** Seen in the last 7 days: in how many sessions, and when last. */
  seen: v.optional(v.object({ sessions: v.number(), lastAt: v.string() })),
  /** What keeps it from being swept, in words; empty where the next sweep takes it away. Absent for builds that are not stored. */
  keptBy: v.optional(v.array(v.string())),
});

/** A remote as `GET /remotes` lists it. */
export const remoteSummarySchema = v.object({
  id: v.string(),
  title: v.string(),
  /** `empty`: nothing published yet, or nothing on `stable`; `disabled`: switched off. The others as in the snapshot. */
  status: v.picklist(['ok', 'refused', 'unverified', 'empty', 'disabled']),
  /** The version on `stable`. */
  version: v.optional(v.string()),
  routes: v.array(v.string()),
  source: v.object({
    origin: v.picklist(['configuration', 'call']),
    kind: v.picklist(['folder', 'mirror', 'live', 'published']),
    /** Folder or URL; absent for published remotes. */
    location: v.optional(v.string()),
  }),
  enabled: v.boolean(),
  audience: v.optional(v.array(v.string())),
  owner: v.optional(v.string()),
  publishers: v.array(v.string()),
  /** The publisher's public key, where versions have to be signed. */
  publisherKey: v.optional(v.string()),
  channels: v.array(channelSchema),
  /** For `If-Match` of `PATCH`. */
  etag: v.string(),
  /** What the caller may do with it: names of permissions without `registry.remote.`. */
  may: v.array(v.string()),
  reason: v.optional(faultSchema),
  /** Why it was last read in vain, while an earlier build is still good. */
  fault: v.optional(faultSchema),
});

/** `GET /remotes`. */
export const remoteListSchema = v.object({
  remotes: v.array(remoteSummarySchema),
  /** What the caller may do that is about no remote in particular: `register`. */
  may: v.array(v.string()),
});

/** `GET /remotes/:id`. */
export const remoteDetailSchema = v.object({
  ...remoteSummarySchema.entries,
  findings: v.array(findingSchema),
  /** As semantic versions, highest first; builds of one version newest first. */
  versions: v.array(remoteVersionSchema),
  pins: v.array(v.object({ subject: v.string(), version: v.string() })),
  /** What its stored versions are together, and may be. */
  storage: v.object({ bytes: v.number(), versions: v.number(), mostBytes: v.number(), mostVersions: v.number() }),
  /** Of the version on `stable`. */
  manifest: v.optional(pluginManifestSchema),
});

/** `POST /remotes/:id/versions`. */
export const publishedVersionSchema = v.object({
  remote: v.string(),
  version: v.string(),
  /** False when the same bytes were published before. */
  created: v.boolean(),
  files: v.number(),
  bytes: v.number(),
  /** Channels that give it now. */
  channels: v.array(v.string()),
  /** Warnings of the checks. */
  findings: v.array(findingSchema),
});

export type RegistrationRequest = v.InferOutput<typeof registrationRequestSchema>;
export type RemoteChange = v.InferOutput<typeof remoteChangeSchema>;
export type RemoteVersion = v.InferOutput<typeof remoteVersionSchema>;
export type RemoteSummary = v.InferOutput<typeof remoteSummarySchema>;
export type RemoteList = v.InferOutput<typeof remoteListSchema>;
export type RemoteDetail = v.InferOutput<typeof remoteDetailSchema>;
export type PublishedVersion = v.InferOutput<typeof publishedVersionSchema>;
