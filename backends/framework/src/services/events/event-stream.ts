import { heartbeatEvent } from '@portico/contracts';
import type { Response } from 'express';
import type { EventHub } from './event-hub.ts';

const heartbeatMs = 25_000;
const reconnectMs = 2_000;

/** What `openEventStream` takes. */
export interface EventStreamOptions {
  readonly hub: EventHub;
  readonly topics: readonly string[];
  readonly nextSequence: () => number;
  /** The stream ends then, so that the browser has to prove anew who it is. */
  readonly endsAt?: Date | undefined;
}

/**
 * Sends the newest payload of each topic, then what comes. A reader that is slower than the events gets the newest payload
 * of each topic when it is ready again, so that no queue grows. Returns the function that ends the stream.
 */
export function openEventStream(response: Response, options: EventStreamOptions): () => void {
  const { hub, topics, nextSequence, endsAt } = options;
  const pending = new Map<string, unknown>();
  const send = (topic: string, payload: unknown) =>
    response.write(`event: ${topic}\nid: ${nextSequence()}\ndata: ${JSON.stringify(payload)}\n\n`);

  function flush(): void {
    for (const [topic, payload] of pending) {
      if (response.writableNeedDrain) return;
      pending.delete(topic);
      send(topic, payload);
    }
  }

  response.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Accel-Buffering', 'no');
  response.write(`retry: ${reconnectMs}\n\n`);

  const unsubscribe = topics.map(topic =>
    hub.subscribe(topic, payload => {
      pending.set(topic, payload);
      flush();
    }),
  );
  const heartbeat = setInterval(() => {
    if (!response.writableNeedDrain) response.write(`event: ${heartbeatEvent}\ndata: {}\n\n`);
  }, heartbeatMs);
  const end = () => response.end();
  const longestTimer = 2 ** 31 - 1;
  const expiry = endsAt ? setTimeout(end, Math.min(Math.max(endsAt.getTime() - Date.now(), 0), longestTimer)) : undefined;
  response.on('drain', flush);
  response.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(expiry);
    unsubscribe.forEach(stop => stop());
  });
  return end;
}
