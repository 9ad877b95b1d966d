/** Topic of the registry's revisions on `GET /api/events?topics=`. Data: `{ "revision": number }`. */
export const registryRevisionTopic = 'registry.revision';
/** Topic of public configuration changes. Data: `{ "revision": string }`. */
export const configRevisionTopic = 'app.config';

/** Topic of what the registry did by itself. Data: a `RegistryNotice`, the newest. */
export const registryNoticeTopic = 'registry.notice';

/** The registry took a version back by itself, or would have if there were an earlier one. */
export interface RegistryNotice {
  readonly kind: 'rolled-back' | 'alert';
  readonly remote: string;
  readonly channel: string;
  readonly from: string;
  readonly to?: string;
  /** The remote's owner and publishers, whom it concerns most. */
  readonly publishers: readonly string[];
  /** Number of its entry in the audit trail. */
  readonly audit: number;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly message: string;
}

/**
 * Name of the event, without a topic of its own, by which a stream says now and then that it is alive. Whoever has heard it once
 * and hears nothing for more than twice 25 s has lost the stream, whatever the connection looks like.
 */
export const heartbeatEvent = 'portal.heartbeat';

/**
 * One message of the event stream. On the wire: `event: <topic>`, `data: <JSON of payload>`, `id: <sequence>`. A new
 * stream first gets the newest payload of each topic asked for, so that a client which missed messages is up to date.
 */
export interface PortalEvent {
  readonly topic: string;
  readonly payload: unknown;
}
