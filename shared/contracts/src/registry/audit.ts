import * as v from 'valibot';

/** One change that an entry of the audit trail stands for. */
export const auditChangeSchema = v.object({
  remote: v.string(),
  /** What was changed: `channel stable`, `remote`, `pin user:default/ada`, `version 1.2.0`. */
  subject: v.string(),
  /** As it was; null where there was nothing. */
  before: v.unknown(),
  /** As it is since; null where there is nothing. */
  after: v.unknown(),
});

/** An entry of the audit trail. */
export const auditEntrySchema = v.object({
  id: v.number(),
  /** ISO 8601 instant. */
  at: v.string(),
  /** Entity ref of a user, or subject of a program. `service:registry` is the registry itself. */
  actor: v.string(),
  /** `remote.register`, `remote.update`, `version.publish`, `channel.move`, `channel.rollback`, `channel.auto-rollback` and so on. */
  action: v.string(),
  remote: v.optional(v.string()),
  outcome: v.picklist(['done', 'refused', 'alert']),
  changes: v.array(auditChangeSchema),
  note: v.optional(v.string()),
  /** Whether the caller may still try `POST /audit/:entry/undo`. */
  undoable: v.boolean(),
  /** The entry that undid it. */
  undoneBy: v.optional(v.number()),
});

/** `GET /audit?remote=&actor=&action=&outcome=&before=&limit=`: newest first. */
export const auditPageSchema = v.object({
  entries: v.array(auditEntrySchema),
  /** For `before`, where there is more. */
  next: v.optional(v.number()),
});

export type AuditChange = v.InferOutput<typeof auditChangeSchema>;
export type AuditEntry = v.InferOutput<typeof auditEntrySchema>;
export type AuditPage = v.InferOutput<typeof auditPageSchema>;
