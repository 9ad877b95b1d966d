import { messageOf } from '@portico/errors';
import type { LoggerService } from '../logger/logger-service.ts';
import type { EventListener } from './events-service.ts';

/** The newest payload of each topic, and who follows it. */
export interface EventHub {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string, listener: EventListener): () => void;
  /** As `publish`, for what was published elsewhere: it is not handed on. */
  deliver(topic: string, payload: unknown): void;
  /** Hands on what is published here, beginning with the newest of each topic. Returns the function that ends it. */
  forward(to: (topic: string, payload: unknown) => void): () => void;
}

/** Lives in this process; `shareTopics` connects it with those of other replicas. */
export function createEventHub(logger: LoggerService): EventHub {
  const newest = new Map<string, unknown>();
  const listeners = new Map<string, Set<EventListener>>();
  const forwards = new Set<(topic: string, payload: unknown) => void>();

  function tell(listener: EventListener, topic: string, payload: unknown): void {
    try {
      listener(payload, topic);
    } catch (thrown) {
      logger.error(`A listener of topic ${topic} failed: ${messageOf(thrown)}`, thrown instanceof Error ? thrown : {});
    }
  }

  function deliver(topic: string, payload: unknown): void {
    newest.set(topic, payload);
    for (const listener of listeners.get(topic) ?? []) tell(listener, topic, payload);
  }

  return {
    deliver,
    publish(topic, payload) {
      deliver(topic, payload);
      for (const to of forwards) to(topic, payload);
    },
    forward(to) {
      forwards.add(to);
      for (const [topic, payload] of newest) to(topic, payload);
      return () => void forwards.delete(to);
    },
    subscribe(topic, listener) {
      const followers = listeners.get(topic) ?? new Set();
      listeners.set(topic, followers.add(listener));
      if (newest.has(topic)) tell(listener, topic, newest.get(topic));
      return () => {
        followers.delete(listener);
        if (followers.size === 0 && listeners.get(topic) === followers) listeners.delete(topic);
      };
    },
  };
}
