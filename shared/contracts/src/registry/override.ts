import * as v from 'valibot';
import { faultSchema, remoteIdSchema } from './parts.ts';
import { findingSchema } from './preflight-report.ts';

const place = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2000));

/** Body of `POST /overrides/proposals`: may this session replace this remote by what is at this URL? */
export const overrideProposalSchema = v.strictObject({ remote: remoteIdSchema, url: place });

/** What is proposed, for the question to the user. Nobody has asked the origin for anything so far. */
export const proposedOverrideSchema = v.object({
  remote: v.string(),
  title: v.string(),
  /** The version that the session has now, where it has one. */
  version: v.optional(v.string()),
  /** Scheme, host and port that code would come from. */
  origin: v.string(),
  /** Address of `portico-plugin.json`; absent where the URL names an entry that has none. */
  manifestUrl: v.optional(v.string()),
  /** Milliseconds that it would last. */
  lastsMs: v.number(),
});

/**
 * Body of `PUT /overrides/:id`: the user agrees. `manifest` is `portico-plugin.json` as the browser has read it; its assets
 * may be left out. Without it the remote is shown as it is offered, with the entry at `url`.
 */
export const overrideRequestSchema = v.strictObject({ url: place, manifest: v.optional(v.unknown()) });

/** Body of `PATCH /overrides/:id`: the same place says something else of itself now. */
export const overrideRenewalSchema = v.strictObject({ manifest: v.unknown() });

/** An override of this session. */
export const activeOverrideSchema = v.object({
  remote: v.string(),
  title: v.string(),
  url: v.string(),
  origin: v.string(),
  /** What it calls itself; absent where nobody knows. */
  version: v.optional(v.string()),
  /** ISO 8601 instants. */
  setAt: v.string(),
  expiresAt: v.string(),
  /** What the checks say of it now. */
  findings: v.array(findingSchema),
  /** Why it is not shown, where it is not. */
  reason: v.optional(faultSchema),
});

/** `GET /overrides`: the overrides of this session, and what it may replace. */
export const overrideListSchema = v.object({
  enabled: v.boolean(),
  /** Origins that they may come from; a port of `*` stands for any. */
  origins: v.array(v.string()),
  mostPerSession: v.number(),
  overrides: v.array(activeOverrideSchema),
  /** Remotes that the user may replace. */
  remotes: v.array(v.object({ id: v.string(), title: v.string() })),
});

export type OverrideProposal = v.InferOutput<typeof overrideProposalSchema>;
export type ProposedOverride = v.InferOutput<typeof proposedOverrideSchema>;
export type ActiveOverride = v.InferOutput<typeof activeOverrideSchema>;
export type OverrideList = v.InferOutput<typeof overrideListSchema>;
