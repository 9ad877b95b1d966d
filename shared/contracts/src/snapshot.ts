import * as v from 'valibot';
import {
  integrityPattern,
  pluginExtensionSchema,
  pluginExternalRouteSchema,
  pluginNavigationSchema,
  pluginRouteSchema,
} from './plugin-manifest.ts';

/** How the browser gets a remote's container. */
export const remoteEntrySchema = v.object({
  /** Absolute path on the portal's origin, or an absolute URL for `live` remotes. */
  url: v.pipe(v.string(), v.nonEmpty()),
  type: v.picklist(['script', 'module']),
  global: v.pipe(v.string(), v.nonEmpty()),
  /** Digest of the entry. A remote without one does not run, unless it is labelled `unverified`. */
  integrity: v.optional(v.pipe(v.string(), v.regex(integrityPattern))),
  /** Paths, relative to the entry, that hovering over a link preloads together with the entry. */
  assets: v.optional(v.array(v.string())),
});

/** That a remote is replaced in this session alone, by a build that its user has chosen. */
export const remoteOverrideSchema = v.object({
  /** What the user gave: the address of `portico-plugin.json`, of its folder, or of an entry. */
  url: v.string(),
  /** Scheme, host and port that the code comes from. */
  origin: v.string(),
  /** Where its `portico-plugin.json` is; absent where there is only an entry. */
  manifestUrl: v.optional(v.string()),
  /** ISO 8601 instant. */
  expiresAt: v.string(),
});

/** One remote as this session's shell shall offer it. Everything but the code. */
export const snapshotRemoteSchema = v.object({
  id: v.string(),
  version: v.string(),
  title: v.string(),
  entry: remoteEntrySchema,
  module: v.string(),
  routes: v.array(pluginRouteSchema),
  navigation: v.array(pluginNavigationSchema),
  extensions: v.array(pluginExtensionSchema),
  externalRoutes: v.optional(v.array(pluginExternalRouteSchema)),
  provides: v.optional(v.array(v.string())),
  /** `ok`; `refused`: registered, but its checks failed, so that the shell shows why on its route; `unverified`: live without digests. */
  status: v.picklist(['ok', 'refused', 'unverified']),
  /** Why the remote is refused. */
  reason: v.optional(v.object({ code: v.string(), message: v.string(), fix: v.string() })),
  /** Versions that were taken back: a page that shows one of them is replaced at once. */
  withdrawn: v.optional(v.array(v.string())),
  /**
   * The last good version, which the shell takes when `entry` fails. How it is loaded is asked for then, at
   * `GET /api/registry/remotes/:id/versions/:version/entry`; `GET /snapshot?details=all` says it at once.
   */
  fallback: v.optional(v.object({ version: v.string(), entry: v.optional(remoteEntrySchema) })),
  /** Set where this session alone has another build: its files have no digests, and nothing of it is counted. */
  override: v.optional(remoteOverrideSchema),
});

/** What the routes and the navigation need of a remote, before the rest of it is there. */
export const remoteOutlineSchema = v.pick(snapshotRemoteSchema, ['id', 'version', 'title', 'routes', 'navigation']);

/**
 * `GET /api/registry/snapshot`. With `?at=<path>`, a portal of many remotes first says all of those that the page at this path
 * needs, and of the others their outlines; without, always all of all.
 */
export const snapshotSchema = v.object({
  /** Grows with every change of what the registry offers. */
  revision: v.number(),
  remotes: v.array(snapshotRemoteSchema),
  /** The remotes that are not in `remotes`, in the order of their registration; absent when there are none. */
  outlines: v.optional(v.array(remoteOutlineSchema)),
  /** True where testers may make remotes fail: `?portico-chaos=<remote>:<mode>`. */
  chaos: v.optional(v.literal(true)),
});

export type RemoteEntry = v.InferOutput<typeof remoteEntrySchema>;
export type RemoteOverride = v.InferOutput<typeof remoteOverrideSchema>;
export type SnapshotRemote = v.InferOutput<typeof snapshotRemoteSchema>;
export type RemoteOutline = v.InferOutput<typeof remoteOutlineSchema>;
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
