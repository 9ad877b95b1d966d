import { configRevisionTopic, heartbeatEvent, registryNoticeTopic, registryRevisionTopic } from '@portico/contracts';
import { reconnectPause } from './back-off.ts';

/** Called with each event: its topic and its payload. */
export type LiveListener = (topic: string, payload: unknown) => void;

/** What a stream needs of the browser. Without `EventSource` there is none. */
export interface StreamSurroundings {
  readonly EventSource?: typeof EventSource | undefined;
  readonly random: () => number;
}

const topics = [registryRevisionTopic, configRevisionTopic, registryNoticeTopic];
const url = `/api/events?topics=${topics.join(',')}`;
/** A stream in which the portal's heartbeat was heard is lost when nothing came for so long: more than two beats. */
const silenceMs = 60_000;

/**
 * Opens the stream and keeps it open: lost, refused or silent, it is opened anew after a pause of its own. The browser's own
 * pause is the same for all sessions. The returned function closes it.
 */
export function openEventStream({ EventSource: Stream, random }: StreamSurroundings, onEvent: LiveListener): () => void {
  if (!Stream) return () => undefined;
  let source: EventSource;
  let losses = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function lose(): void {
    source.close();
    clearTimeout(silence);
    clearTimeout(timer);
    losses += 1;
    timer = setTimeout(open, reconnectPause(losses, random));
  }

  const open = (): void => {
    source = new Stream(url);
    let beats = false;
    const heard = (): void => {
      clearTimeout(silence);
      if (beats) silence = setTimeout(lose, silenceMs);
    };
    source.onopen = () => void (losses = 0);
    source.onerror = lose;
    source.addEventListener(heartbeatEvent, () => {
      beats = true;
      heard();
    });
    for (const topic of topics) {
      source.addEventListener(topic, event => {
        heard();
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
    clearTimeout(silence);
    source.close();
  };
}
