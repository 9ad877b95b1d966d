/** Receives what is published on a topic. */
export type EventListener = (payload: unknown, topic: string) => void;

/**
 * Tells browsers and other plugins that something has changed: those of this process, and within about half a second those
 * of other replicas where the database is one that replicas share (`backend.database.client` pg or mysql2).
 */
export interface EventsService {
  /**
   * Sends to everyone who follows the topic, and keeps the payload for those who come later. A slow follower may get only
   * the newest payload of a topic, so a payload says what is, not what happened: `{ "revision": 7 }`. Must be JSON.
   */
  publish(topic: string, payload: unknown): void;
  /** Calls `listener` with the newest payload, if there is one, and with each later one. Returns the function that ends it. */
  subscribe(topic: string, listener: EventListener): () => void;
}
