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
  /** The tab does nothing at the moment. */
  hangs = false;
  constructor() {
    FakeChannel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const other of FakeChannel.all) if (other !== this && !other.hangs) other.onmessage?.({ data });
  }
  close() {
    FakeChannel.all.delete(this);
  }
}

const aborted = () => new DOMException('The request was aborted.', 'AbortError');

/** The lock of one browser: for the next in line when the work of the one before has ended, or for whoever takes it. */
function fakeLocks() {
  let holder: { lose(): void } | undefined;
  const line: (() => void)[] = [];
  return {
    request(_name: string, { signal, steal }: LockOptions, work: () => Promise<void>) {
      return new Promise<void>((resolve, reject) => {
        const grant = () => {
          const own = { lose: () => reject(aborted()) };
          holder = own;
          void work().then(() => {
            resolve();
            if (holder === own) holder = undefined;
            if (!holder) line.shift()?.();
          });
        };
        signal?.addEventListener('abort', () => {
          if (line.includes(grant)) line.splice(line.indexOf(grant), 1);
          reject(aborted());
        });
        if (steal) holder?.lose();
        if (holder && !steal) line.push(grant);
        else grant();
      });
    },
  };
}

const EventSource = FakeStream as never;
const random = () => 0;
/** Enough for a tab to look, to call and to see that nobody answers. */
const untilNoticedMs = 6_000;

function browser() {
  return { EventSource, BroadcastChannel: FakeChannel as never, locks: fakeLocks() as never, random };
}

const openStreams = () => FakeStream.all.filter(({ readyState }) => readyState !== FakeStream.CLOSED).length;

beforeEach(() => {
  FakeStream.all = [];
  FakeChannel.all.clear();
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

describe('live events', () => {
  test('come over one stream for all tabs; the next tab takes over when the leading one closes', async () => {
    const surroundings = browser();
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
    expect(openStreams()).toBe(0);
  });

  test('go on over the same stream however quiet it is, while the leading tab answers', async () => {
    const surroundings = browser();
    const stops = Array.from({ length: 8 }, () => listenToEvents(surroundings, () => undefined));
    await jest.advanceTimersByTimeAsync(120_000);
    expect(FakeStream.all).toHaveLength(1);
    stops.forEach(stop => stop());
  });

  test('come over another tab when the leading one hangs, and over one stream again when it goes on', async () => {
    const surroundings = browser();
    const heard: unknown[] = [];
    const stops = [listenToEvents(surroundings, () => undefined), listenToEvents(surroundings, (_topic, payload) => heard.push(payload))];
    const [leading] = FakeChannel.all;
    if (leading) leading.hangs = true;
    for (let ms = 0; FakeStream.all.length === 1 && ms < untilNoticedMs; ms += 100) await jest.advanceTimersByTimeAsync(100);
    if (leading) leading.hangs = false;
    FakeStream.all.at(-1)?.say('registry.revision', '{"revision":3}');
    expect(heard).toEqual([{ revision: 3 }]);
    expect(openStreams()).toBe(1);

    await jest.advanceTimersByTimeAsync(60_000);
    expect(FakeStream.all.map(({ readyState }) => readyState)).toEqual([2, 1]);
    stops[1]?.();
    await jest.advanceTimersByTimeAsync(0);
    expect(FakeStream.all).toHaveLength(3);
    expect(openStreams()).toBe(1);
    stops[0]?.();
  });

  test('come over an own stream where the browser has locks and gives none', async () => {
    const locks = { request: () => Promise.reject(new DOMException('Not here.', 'SecurityError')) };
    const heard: unknown[] = [];
    const stop = listenToEvents({ ...browser(), locks: locks as never }, (_topic, payload) => heard.push(payload));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(FakeStream.all).toHaveLength(1);
    FakeStream.all[0]?.say('app.config', '{"revision":"x"}');
    expect(heard).toEqual([{ revision: 'x' }]);
    stop();
    expect(openStreams()).toBe(0);
  });

  test('come over an own stream without locks and channels', () => {
    const heard: unknown[] = [];
    listenToEvents({ EventSource, random }, (_topic, payload) => heard.push(payload));
    FakeStream.all[0]?.say('app.config', '{"revision":"x"}');
    FakeStream.all[0]?.say('app.config', 'no JSON');
    expect(heard).toEqual([{ revision: 'x' }]);
  });
});

describe('a stream', () => {
  test('that is lost or refused is opened anew after a pause of its own, not after that of the browser', async () => {
    const stop = listenToEvents({ EventSource, random: () => 0.5 }, () => undefined);
    const [first] = FakeStream.all;
    first?.onerror?.();
    expect(first?.readyState).toBe(FakeStream.CLOSED);
    await jest.advanceTimersByTimeAsync(2_249);
    expect(FakeStream.all).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(FakeStream.all).toHaveLength(2);
    FakeStream.all[1]?.onerror?.();
    await jest.advanceTimersByTimeAsync(4_249);
    expect(FakeStream.all).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(FakeStream.all).toHaveLength(3);
    stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(FakeStream.all).toHaveLength(3);
  });

  test('whose heartbeat ends is opened anew, though the connection looks alive', async () => {
    const stop = listenToEvents({ EventSource, random }, () => undefined);
    FakeStream.all[0]?.say('portal.heartbeat', '{}');
    await jest.advanceTimersByTimeAsync(25_000);
    FakeStream.all[0]?.say('registry.revision', '{"revision":2}');
    await jest.advanceTimersByTimeAsync(59_999);
    expect(openStreams()).toBe(1);
    expect(FakeStream.all).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(FakeStream.all.map(({ readyState }) => readyState)).toEqual([2, 1]);
    stop();
  });

  test('of a portal that sends no heartbeat may be as quiet as it likes', async () => {
    const stop = listenToEvents({ EventSource, random }, () => undefined);
    FakeStream.all[0]?.say('registry.revision', '{"revision":2}');
    await jest.advanceTimersByTimeAsync(3600_000);
    expect(FakeStream.all).toHaveLength(1);
    stop();
  });
});
