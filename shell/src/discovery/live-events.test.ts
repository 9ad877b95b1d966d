import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { listenToEvents } from './live-events.ts';

class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeStream[] = [];
  readyState = 1;
  onopen?: () => void;
  onerror?: () => void;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeStream.all.push(this);
  }
  say(topic: string, data: string) {
    this.dispatchEvent(new MessageEvent(topic, { data }));
  }
  close() {
    this.readyState = 2;
  }
}

class FakeChannel {
  static all = new Set<FakeChannel>();
  onmessage?: (event: { data: unknown }) => void;
  constructor() {
    FakeChannel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of FakeChannel.all) if (other !== this) other.onmessage?.({ data });
  }
  close() {
    FakeChannel.all.delete(this);
  }
}

/** Locks of one browser: the next in line gets the lock when the work of the one before has ended. */
function fakeLocks() {
  let line = Promise.resolve();
  return {
    request(_name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) {
      line = line.then(() => (signal.aborted ? undefined : work()));
      return line;
    },
  };
}

const EventSource = FakeStream as never;
const random = () => 0;

beforeEach(() => {
  FakeStream.all = [];
  FakeChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

describe('live events', () => {
  test('come over one stream for all tabs; the next tab takes over when the leading one closes', async () => {
    const surroundings = { EventSource, BroadcastChannel: FakeChannel as never, locks: fakeLocks() as never, random };
    const heard: string[] = [];
    const stopFirst = listenToEvents(surroundings, (topic, payload) => heard.push(`first ${topic} ${JSON.stringify(payload)}`));
    const stopSecond = listenToEvents(surroundings, (topic, payload) => heard.push(`second ${topic} ${JSON.stringify(payload)}`));
    await jest.advanceTimersByTimeAsync(0);
    expect(FakeStream.all.map(({ url }) => url)).toEqual(['/api/events?topics=registry.revision,app.config,registry.notice']);
    FakeStream.all[0]?.say('registry.revision', '{"revision":2}');
    expect(heard.sort()).toEqual(['first registry.revision {"revision":2}', 'second registry.revision {"revision":2}']);

    const late: unknown[] = [];
    const stopThird = listenToEvents(surroundings, (_topic, payload) => late.push(payload));
    expect(late).toEqual([{ revision: 2 }]);

    stopFirst();
    await jest.advanceTimersByTimeAsync(0);
    expect(FakeStream.all.map(({ readyState }) => readyState)).toEqual([2, 1]);
    stopSecond();
    stopThird();
    await jest.advanceTimersByTimeAsync(0);
    expect(FakeStream.all.every(({ readyState }) => readyState === 2)).toBe(true);
  });

  test('come over an own stream without locks and channels', () => {
    const heard: unknown[] = [];
    listenToEvents({ EventSource, random }, (_topic, payload) => heard.push(payload));
    FakeStream.all[0]?.say('app.config', '{"revision":"x"}');
    FakeStream.all[0]?.say('app.config', 'no JSON');
    expect(heard).toEqual([{ revision: 'x' }]);
  });

  test('are asked for anew after a refusal, with a pause', async () => {
    const stop = listenToEvents({ EventSource, random }, () => undefined);
    const [first] = FakeStream.all;
    first?.close();
    first?.onerror?.();
    await jest.advanceTimersByTimeAsync(999);
    expect(FakeStream.all).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(FakeStream.all).toHaveLength(2);
    stop();
  });
});
