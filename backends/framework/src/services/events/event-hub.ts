import { messageOf } from '@portico/errors';
import type { LoggerService } from '../logger/logger-service.ts';
import type { EventListener } from './events-service.ts';

/** The newest payload of each topic, and who follows it. */
export interface EventHub {
  publish(topic: string, payload: unknown): void;
  subscribe(topic: string, listener: EventListener): () => void;
}

/** Lives in this process only. */
export function createEventHub(logger: LoggerService): EventHub {
  const newest = new Map<string, unknown>();
  const listeners = new Map<string, Set<EventListener>>();

  function deliver(listener: EventListener, topic: string, payload: unknown): void {
    try {
      listener(payload, topic);
    } catch (thrown) {
      logger.error(`A listener of topic ${topic} failed: ${messageOf(thrown)}`, thrown instanceof Error ? thrown : {});
    }
  }

  return {
    publish(topic, payload) {
      newest.set(topic, payload);
      for (const listener of listeners.get(topic) ?? []) deliver(listener, topic, payload);
    },
    subscribe(topic, listener) {
      const followers = listeners.get(topic) ?? new Set();
      listeners.set(topic, followers.add(listener));
      if (newest.has(topic)) deliver(listener, topic, newest.get(topic));
      return () => {
        followers.delete(listener);
        if (followers.size === 0 && listeners.get(topic) === followers) listeners.delete(topic);
      };
    },
  };
}
