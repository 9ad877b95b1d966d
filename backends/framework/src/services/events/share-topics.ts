import { messageOf } from '@portico/errors';
import type { LoggerService } from '../logger/logger-service.ts';
import type { EventHub } from './event-hub.ts';
import type { TopicStore } from './topic-store.ts';

const pollMs = 500;
const retryMs = 1_000;

/** What `shareTopics` takes. */
export interface ShareTopicsOptions {
  readonly hub: EventHub;
  readonly store: TopicStore;
  readonly logger: LoggerService;
}

/**
 * Carries what is published here to all replicas, and what is published there to the followers here, within about half a
 * second. A database that is away delays both and loses nothing but payloads that newer ones of the same topic replaced.
 * Returns the function that ends it.
 */
export function shareTopics({ hub, store, logger }: ShareTopicsOptions): () => Promise<void> {
  const pending = new Map<string, unknown>();
  const revisions = new Map<string, number>();
  let seen = 0;
  let ended = false;
  let faulty = false;
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> | undefined;

  async function write(): Promise<void> {
    if (pending.size === 0) return;
    const payloads = new Map(pending);
    const revision = await store.write(payloads);
    for (const [topic, payload] of payloads) {
      revisions.set(topic, revision);
      if (pending.get(topic) === payload) pending.delete(topic);
    }
  }

  async function read(): Promise<void> {
    const { rows, revision } = await store.readAfter(seen);
    for (const row of rows) {
      // What waits to be written here will be newer than anything that can be read now.
      if (pending.has(row.topic) || row.revision <= (revisions.get(row.topic) ?? 0)) continue;
      revisions.set(row.topic, row.revision);
      hub.deliver(row.topic, row.payload);
    }
    seen = revision;
  }

  function turn(): Promise<void> {
    clearTimeout(timer);
    busy ??= (async () => {
      let nextMs = pollMs;
      try {
        await write();
        await read();
        if (faulty) logger.info('Events of other replicas arrive again');
        faulty = false;
      } catch (thrown) {
        if (!faulty) logger.warn(`Events of other replicas wait for the database: ${messageOf(thrown)}`);
        faulty = true;
        nextMs = retryMs;
      }
      busy = undefined;
      if (!ended) timer = setTimeout(() => void turn(), pending.size > 0 && !faulty ? 0 : nextMs).unref();
    })();
    return busy;
  }

  const unfollow = hub.forward((topic, payload) => {
    pending.set(topic, payload);
    // Outside of whatever the publisher is in the middle of.
    if (!busy && !faulty) setImmediate(() => void (ended ? undefined : turn()));
  });
  void turn();
  return async () => {
    ended = true;
    unfollow();
    clearTimeout(timer);
    await busy;
    await write().catch(() => undefined);
  };
}
