import type { Request } from 'express';

/** How much an event matters. */
export type AuditSeverity = 'low' | 'medium' | 'high' | 'critical';

/** What `createEvent` takes. */
export interface AuditEventOptions {
  /** Kebab case, noun first: `location-create`. */
  readonly eventId: string;
  /** Default `low`. */
  readonly severityLevel?: AuditSeverity;
  /** Tells who did it, from where. Default: the request that is being answered; outside of one the plugin itself did it. */
  readonly request?: Request;
  /** What it was done to. JSON; secrets do not belong here. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** An event that has begun. Call exactly one of the two. */
export interface AuditEvent {
  success(options?: { readonly meta?: Readonly<Record<string, unknown>> }): Promise<void>;
  fail(options: { readonly error: unknown; readonly meta?: Readonly<Record<string, unknown>> }): Promise<void>;
}

/**
 * Says who changed what: one log line when it begins, one when it is done or has failed, and a metric. The level of the
 * lines follows `backend.auditor.severityLogLevelMappings`.
 */
export interface AuditorService {
  createEvent(options: AuditEventOptions): Promise<AuditEvent>;
}
