/** Topic of the registry's revisions on `GET /api/events?topics=`. Data: `{ "revision": number }`. */
export const registryRevisionTopic = 'registry.revision';
/** Topic of public configuration changes. Data: `{ "revision": string }`. */
export const configRevisionTopic = 'app.config';

/**
 * One message of the event stream. On the wire: `event: <topic>`, `data: <JSON of payload>`, `id: <sequence>`. A new
 * stream first gets the newest payload of each topic asked for, so that a client which missed messages is up to date.
 */
export interface PortalEvent {
  readonly topic: string;
  readonly payload: unknown;
}
