import { configRevisionTopic, registryNoticeTopic, registryRevisionTopic } from '@portico/contracts';
import { backOff } from './back-off.ts';

/** The parts of the browser that live events need; those that are absent are done without. */
export interface LiveSurroundings {
  readonly EventSource?: typeof EventSource | undefined;
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined;
  readonly locks?: Pick<LockManager, 'request'> | undefined;
  readonly random: () => number;
}

/** Called with each event: its topic and its payload. */
export type LiveListener = (topic: string, payload: unknown) => void;

const topics = [registryRevisionTopic, configRevisionTopic, registryNoticeTopic];
const url = `/api/events?topics=${topics.join(',')}`;
const name = 'portico-events';

/** Opens the stream and keeps it open; the returned function closes it. */
function openStream({ EventSource, random }: LiveSurroundings, onEvent: LiveListener): () => void {
  if (!EventSource) return () => undefined;
  let source: EventSource;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(url);
    source.onopen = () => void (failures = 0);
    source.onerror = () => {
      // The browser reconnects by itself unless it was answered with an error.
      if (source.readyState !== EventSource.CLOSED) return;
      failures += 1;
      timer = setTimeout(open, backOff(failures, random));
    };
    for (const topic of topics) {
      source.addEventListener(topic, event => {
        try {
          onEvent(topic, JSON.parse(String((event as MessageEvent).data)));
        } catch {
          // An event that is no JSON says nothing; the next one will.
        }
      });
    }
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

interface TabMessage {
  readonly topic?: string;
  readonly payload?: unknown;
  readonly asks?: true;
}

/**
 * Listens to the portal's events. Of all tabs of a browser one holds the stream and passes its events on, because
 * HTTP/1.1 gives a browser six connections per origin. Without locks or channels each tab has its own stream.
 */
export function listenToEvents(surroundings: LiveSurroundings, listener: LiveListener): () => void {
  const { BroadcastChannel, locks } = surroundings;
  if (!BroadcastChannel || !locks) return openStream(surroundings, listener);
  const channel = new BroadcastChannel(name);
  const newest = new Map<string, unknown>();
  const stopped = new AbortController();
  let leads = false;
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.topic) listener(data.topic, data.payload);
    else if (leads) for (const [topic, payload] of newest) channel.postMessage({ topic, payload } satisfies TabMessage);
  };
  channel.postMessage({ asks: true } satisfies TabMessage);
  const lead = () =>
    new Promise<void>(release => {
      leads = true;
      const close = openStream(surroundings, (topic, payload) => {
        newest.set(topic, payload);
        listener(topic, payload);
        channel.postMessage({ topic, payload } satisfies TabMessage);
      });
      stopped.signal.addEventListener('abort', () => {
        close();
        release();
      });
    });
  // Waits until the tab that leads is closed. Rejects only when this tab stops before.
  locks.request(name, { signal: stopped.signal }, lead).catch(() => undefined);
  return () => {
    stopped.abort();
    channel.close();
  };
}
