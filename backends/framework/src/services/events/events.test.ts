import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { Response } from 'express';
import { EventEmitter } from 'node:events';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { EventsService } from '../../index.ts';
import { createRootLogger } from '../../index.ts';
import { createEventHub } from './event-hub.ts';
import { openEventStream } from './event-stream.ts';

afterEach(stopAll);

async function start() {
  const { promise, resolve } = Promise.withResolvers<EventsService>();
  const publisher = pluginOf('publisher', ({ events }) => resolve(events));
  const { get, started, backend } = await running({ features: [publisher] });
  await started;
  return { get, backend, events: await promise };
}

/** Reads a stream message by message. */
function reader(response: globalThis.Response) {
  const chunks = response.body!.pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let text = '';
  return async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const message = text.slice(0, end);
        text = text.slice(end + 2);
        if (message.startsWith('event:')) return message.replace(/\nid: \d+/, '');
        continue;
      }
      const { value, done } = await chunks.next();
      if (done) return undefined;
      text += value as string;
    }
  };
}

describe('GET /api/events', () => {
  test('begins with the newest payload of each topic and goes on with what comes', async () => {
    const { get, events } = await start();
    events.publish('registry.revision', { revision: 1 });
    events.publish('registry.revision', { revision: 2 });
    events.publish('app.config', { revision: 'a' });
    events.publish('other', {});
    const response = await get('/api/events?topics=registry.revision,app.config', { headers: asProgram });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const next = reader(response);
    expect(await next()).toBe('event: registry.revision\ndata: {"revision":2}');
    expect(await next()).toBe('event: app.config\ndata: {"revision":"a"}');
    events.publish('other', {});
    events.publish('registry.revision', { revision: 3 });
    expect(await next()).toBe('event: registry.revision\ndata: {"revision":3}');
  });

  test('ends when the backend stops', async () => {
    const { get, backend, events } = await start();
    events.publish('a', 1);
    const next = reader(await get('/api/events?topics=a', { headers: asProgram }));
    expect(await next()).toBe('event: a\ndata: 1');
    await backend.stop();
    expect(await next()).toBeUndefined();
  });

  test.each([
    '/api/events',
    '/api/events?topics=',
    '/api/events?topics=a,b%0Ac',
    `/api/events?topics=${[...Array(33).keys()].map(key => `a${key}`).join()}`,
  ])('%s is refused', async path => {
    const { get } = await start();
    const response = await get(path, { headers: asProgram });
    expect(await response.json()).toMatchObject({ error: { code: 'FRAMEWORK_TOPICS_INVALID' }, response: { statusCode: 400 } });
  });

  test('needs someone who is signed in', async () => {
    const { get } = await start();
    expect((await get('/api/events?topics=a')).status).toBe(401);
  });
});

test('a reader that is too slow gets the newest payload of each topic when it is ready', () => {
  const hub = createEventHub(createRootLogger({ level: 'silent' }));
  const written: string[] = [];
  const slow = Object.assign(new EventEmitter(), {
    writableNeedDrain: false,
    setHeader: () => undefined,
    write: (text: string) => written.push(text),
    end: () => undefined,
  });
  openEventStream(slow as unknown as Response, { hub, topics: ['a', 'b'], nextSequence: () => 1 });
  written.length = 0;
  slow.writableNeedDrain = true;
  for (let count = 1; count <= 1000; count += 1) hub.publish('a', count);
  hub.publish('b', 'x');
  expect(written).toEqual([]);
  slow.writableNeedDrain = false;
  slow.emit('drain');
  expect(written).toEqual(['event: a\nid: 1\ndata: 1000\n\n', 'event: b\nid: 1\ndata: "x"\n\n']);
  slow.emit('close');
  hub.publish('a', 'nobody listens');
  expect(written).toHaveLength(2);
});

test('a stream on which nothing happens says now and then that it is alive, until it is closed', () => {
  jest.useFakeTimers();
  const written: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    writableNeedDrain: false,
    setHeader: () => undefined,
    write: (text: string) => written.push(text),
    end: () => undefined,
  });
  const hub = createEventHub(createRootLogger({ level: 'silent' }));
  openEventStream(response as unknown as Response, { hub, topics: ['a'], nextSequence: () => 1 });
  written.length = 0;
  jest.advanceTimersByTime(50_000);
  expect(written).toEqual(Array(2).fill('event: portal.heartbeat\ndata: {}\n\n'));
  response.emit('close');
  jest.advanceTimersByTime(50_000);
  expect(written).toHaveLength(2);
  jest.useRealTimers();
});
