import * as v from 'valibot';
import { remoteIdSchema } from './parts.ts';
import { violationSchema } from './violations.ts';

/** One thing that happened to a version of a remote in a browser. */
export const loadEventSchema = v.strictObject({
  remote: remoteIdSchema,
  version: v.pipe(v.string(), v.nonEmpty(), v.maxLength(120)),
  /**
   * `loaded`: its code is in the page; `failed`: it is not; `render-error`: it ran and threw; `uncaught`: it threw where nobody
   * shows it, in a promise, a timer or an event handler; `interfered`: it changed what all plugins of a page share.
   */
  outcome: v.picklist(['loaded', 'failed', 'render-error', 'uncaught', 'interfered']),
  /** How far it came: `entry`, `init`, `evaluate`, `extension`; of `uncaught`: `rejection` or `error`; of `interfered`: `evaluate` or `shown`. */
  phase: v.optional(v.pipe(v.string(), v.maxLength(20))),
  /** Code of the error: `LOADER_ENTRY_LATE`; its name where it has none: `TypeError`; of `interfered` what was changed: `window.fetch`. */
  code: v.optional(v.pipe(v.string(), v.maxLength(80))),
  /** Milliseconds from the wish to the code. */
  ms: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
  /** `override` and `chaos` don't count for the error budget; `fallback`: the last good version stood in for another. */
  because: v.optional(v.picklist(['override', 'chaos', 'fallback'])),
});

/** A version that runs in a page. */
export const runningVersionSchema = v.strictObject({
  remote: remoteIdSchema,
  version: v.pipe(v.string(), v.nonEmpty(), v.maxLength(120)),
});

/** Body of `POST /telemetry`. */
export const telemetrySchema = v.strictObject({
  events: v.pipe(v.array(loadEventSchema), v.maxLength(100)),
  /** What tells this page from others of the same user: a random text that stays over reloads. Kept as a digest only. */
  session: v.optional(v.pipe(v.string(), v.minLength(8), v.maxLength(64))),
  /** The versions that run in the page now. */
  running: v.optional(v.pipe(v.array(runningVersionSchema), v.maxLength(200))),
});

const share = v.object({ count: v.number(), users: v.number() });

/** How a version fared in the last 24 hours. */
export const versionHealthSchema = v.object({
  version: v.string(),
  channels: v.array(v.string()),
  loads: share,
  failures: share,
  renderErrors: share,
  /** Errors in promises, timers and event handlers. They take nothing back: the page goes on. */
  uncaught: v.optional(share),
  /** What it changed although all plugins of a page share it, and in how many pages. */
  interfered: v.optional(v.array(v.object({ what: v.string(), count: v.number() }))),
  /** Failed loads and render errors for each load, 0 to 1; absent without loads. */
  errorRate: v.optional(v.number()),
  /** Milliseconds until its code was there. */
  loadMs: v.optional(v.object({ p50: v.number(), p75: v.number() })),
  /** Codes of the errors with their number, most frequent first. */
  errors: v.array(v.object({ code: v.string(), count: v.number() })),
  /** ISO 8601 instant. */
  lastSeenAt: v.optional(v.string()),
  /** 24 hours in steps of an hour, oldest first. */
  hours: v.array(v.object({ at: v.string(), loads: v.number(), errors: v.number(), p75: v.optional(v.number()) })),
});

/** `GET /remotes/:id/health`. */
export const remoteHealthSchema = v.object({
  remote: v.string(),
  /** What takes a version back by itself. */
  budget: v.object({ windowMinutes: v.number(), users: v.number(), loads: v.number(), errorRate: v.number() }),
  versions: v.array(versionHealthSchema),
  /** What browsers refused to do for it because of the page's policy, in the last 30 days. */
  violations: v.optional(v.array(violationSchema)),
});

export type LoadEvent = v.InferOutput<typeof loadEventSchema>;
export type RunningVersion = v.InferOutput<typeof runningVersionSchema>;
export type Telemetry = v.InferOutput<typeof telemetrySchema>;
export type VersionHealth = v.InferOutput<typeof versionHealthSchema>;
export type RemoteHealth = v.InferOutput<typeof remoteHealthSchema>;
