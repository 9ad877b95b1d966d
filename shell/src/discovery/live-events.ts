import type { LiveListener, StreamSurroundings } from './event-stream.ts';
import { openEventStream } from './event-stream.ts';

/** The parts of the browser that live events need; those that are absent are done without. */
export interface LiveSurroundings extends StreamSurroundings {
  readonly BroadcastChannel?: typeof BroadcastChannel | undefined;
  readonly locks?: Pick<LockManager, 'request'> | undefined;
}

const name = 'portico-events';
/** Milliseconds, and a random half of them more, after which a tab looks whether the leading one is alive. */
const lookMs = 2_000;

/** What tabs say to each other. */
type TabMessage =
  | { readonly kind: 'event'; readonly topic: string; readonly payload: unknown }
  /** A new tab wants the newest of each topic. */
  | { readonly kind: 'newest' }
  /** Is somebody leading? */
  | { readonly kind: 'call' }
  | { readonly kind: 'lead' };

/**
 * Listens to the portal's events. Of all tabs of a browser one holds the stream and passes its events on, because
 * HTTP/1.1 gives a browser six connections per origin. The next one takes over when it is closed, and also when it hangs or was
 * frozen: then it does not answer. Without locks or channels each tab has its own stream.
 */
export function listenToEvents(surroundings: LiveSurroundings, listener: LiveListener): () => void {
  const { BroadcastChannel, locks, random } = surroundings;
  if (!BroadcastChannel || !locks) return openEventStream(surroundings, listener);
  const channel = new BroadcastChannel(name);
  const say = (message: TabMessage): void => channel.postMessage(message);
  const newest = new Map<string, unknown>();
  let stopped = false;
  let waiting = new AbortController();
  /** Ends the leadership of this tab, while it leads. */
  let resign: (() => void) | undefined;
  let closeOwn: (() => void) | undefined;
  let heard = true;
  let silentLooks = 0;

  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data.kind === 'event' || data.kind === 'lead') heard = true;
    if (data.kind === 'event') listener(data.topic, data.payload);
    if (!resign) return;
    if (data.kind === 'call') say({ kind: 'lead' });
    if (data.kind === 'newest') for (const [topic, payload] of newest) say({ kind: 'event', topic, payload });
  };

  const lead = () =>
    new Promise<void>(release => {
      const close = openEventStream(surroundings, (topic, payload) => {
        newest.set(topic, payload);
        listener(topic, payload);
        say({ kind: 'event', topic, payload });
      });
      resign = () => {
        resign = undefined;
        close();
        release();
      };
      if (stopped) resign();
      else say({ kind: 'lead' });
    });

  /** Waits until the tab that leads is closed, or takes its place. */
  function stand(options: LockOptions): void {
    const { signal } = options;
    locks?.request(name, options, lead).catch(() => {
      if (stopped || signal?.aborted) return;
      // Another tab took this one's place because it did not answer; or this browser gives no locks here.
      const led = resign !== undefined;
      resign?.();
      if (led) wait();
      else closeOwn ??= openEventStream(surroundings, listener);
    });
  }

  function wait(): void {
    waiting = new AbortController();
    stand({ signal: waiting.signal });
  }

  function look(): void {
    silentLooks = resign || closeOwn || heard ? 0 : silentLooks + 1;
    heard = false;
    if (silentLooks === 1) say({ kind: 'call' });
    if (silentLooks > 1) {
      silentLooks = 0;
      waiting.abort();
      stand({ steal: true });
    }
    timer = setTimeout(look, lookMs * (1 + random() / 2));
  }

  say({ kind: 'newest' });
  wait();
  let timer = setTimeout(look, lookMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
    waiting.abort();
    resign?.();
    closeOwn?.();
    channel.close();
  };
}
