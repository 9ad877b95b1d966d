import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort, startFrontDoor } from '@portico/test-kit/servers';
import type { RunningFrontDoor } from '@portico/test-kit/servers';
import { assembleFrontend } from './assembled.ts';
import { session, startEchoBackend } from './echo-backend.ts';
import type { EchoBackend } from './echo-backend.ts';

let frontend: Awaited<ReturnType<typeof assembleFrontend>>;
let first: EchoBackend;
let second: EchoBackend;
let door: RunningFrontDoor;

beforeAll(async () => {
  frontend = await assembleFrontend();
});
afterAll(() => frontend?.remove());
beforeEach(async () => {
  [first, second] = await Promise.all([startEchoBackend(), startEchoBackend()]);
  door = await startFrontDoor({ directory: frontend.directory, backends: [first.address, second.address] });
});
afterEach(async () => {
  await Promise.all([door?.stop(), first?.stop(), second?.stop()]);
});

const get = (url: string, headers: Record<string, string> = {}) => fetch(door.url + url, { headers });
const breakOff = (one: EchoBackend, path: string) => one.answers.set(path, request => request.socket.destroy());

describe('with two replicas', () => {
  test('requests go to both', async () => {
    for (let count = 0; count < 4; count += 1) await get('/api/demo/x');
    expect([first.seen.length, second.seen.length]).toEqual([2, 2]);
  });

  test('one that is gone is not noticed', async () => {
    await first.stop();
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/api/demo/x')));
    expect(answers.filter(answer => answer.status !== 200)).toEqual([]);
    expect((await get('/remotes/a/1.0.0/x.js', { cookie: session })).status).toBe(200);
  });

  test('one that breaks off before it answers is replaced by the other, for what may be asked twice', async () => {
    for (const one of [first, second]) breakOff(one, '/api/demo/broken');
    second.answers.delete('/api/demo/broken');
    for (let count = 0; count < 3; count += 1) expect((await get('/api/demo/broken')).status).toBe(200);
  });

  test('a write is never sent twice', async () => {
    for (const one of [first, second]) breakOff(one, '/api/demo/write');
    const answer = await fetch(`${door.url}/api/demo/write`, { method: 'POST', body: 'x' });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ error: { code: 'FRONT_DOOR_BACKENDS_AWAY' }, request: { method: 'POST', url: '/api/demo/write' } });
    expect(first.seen.length + second.seen.length).toBe(1);
  });

  test('a plugin that answers 503 on both does not take the others out of service', async () => {
    for (const one of [first, second]) one.answers.set('/api/broken/x', (_request, response) => response.writeHead(503).end());
    for (let count = 0; count < 6; count += 1) expect((await get('/api/broken/x')).status).toBe(503);
    expect((await get('/api/demo/x')).status).toBe(200);
  });

  test('with both gone the page and its files still come, the rest says what is wrong, and all is well once one is back', async () => {
    const port = Number(first.address.split(':')[1]);
    await Promise.all([first.stop(), second.stop()]);
    const page = await get('/catalog', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const script = /src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
    expect((await get(script)).status).toBe(200);
    for (const url of ['/api/demo/x', '/readyz', '/remotes/a/1.0.0/x.js', '/catalog']) {
      const answer = await get(url, { accept: 'application/json', cookie: session });
      expect([url, answer.status, answer.headers.get('retry-after')]).toEqual([url, 503, '2']);
      expect(await answer.json()).toMatchObject({ error: { name: 'ServiceUnavailableError', code: 'FRONT_DOOR_BACKENDS_AWAY' } });
    }
    first = await startEchoBackend(port);
    let status = 0;
    for (let tries = 0; status !== 200 && tries < 500; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 20));
      status = (await get('/api/demo/x')).status;
    }
    expect(status).toBe(200);
  });
});

describe('streams', () => {
  test('of events let each message pass at once, uncompressed', async () => {
    let write: (text: string) => void = () => undefined;
    for (const one of [first, second]) {
      one.answers.set('/api/events', (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
        response.flushHeaders();
        write = text => response.write(text);
      });
    }
    const answer = await get('/api/events?topics=a', { 'accept-encoding': 'gzip' });
    expect([answer.headers.get('content-type'), answer.headers.get('content-encoding')]).toEqual(['text/event-stream', null]);
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    for (const message of ['data: 1\n\n', 'data: 2\n\n']) {
      // The next message is written only after this one has arrived.
      write(message);
      expect(new TextDecoder().decode((await reader.read()).value)).toBe(message);
    }
    await reader.cancel();
  });

  test('end at the backend when their reader goes away', async () => {
    const closed = new Promise<void>(resolve => {
      for (const one of [first, second]) {
        one.answers.set('/api/events', (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'text/event-stream' });
          response.write(': here\n\n');
          response.once('close', () => resolve());
        });
      }
    });
    const controller = new AbortController();
    const answer = await fetch(`${door.url}/api/events`, { signal: controller.signal });
    await answer.body?.getReader().read();
    controller.abort();
    await expect(closed).resolves.toBeUndefined();
  });

  test('of a websocket pass in both directions', async () => {
    const socket = new WebSocket(`${door.url.replace('http', 'ws')}/api/demo/live`);
    const message = await new Promise<unknown>((resolve, reject) => {
      socket.addEventListener('open', () => socket.send('hello'));
      socket.addEventListener('message', event => resolve(event.data));
      socket.addEventListener('error', () => reject(new Error('expected a websocket')));
    });
    expect(message).toBe('hello');
    socket.close();
  });
});

test('a proxy in front is believed when it is trusted', async () => {
  const trusting = await startFrontDoor({
    directory: frontend.directory,
    backends: [first.address],
    variables: { TRUSTED_PROXIES: '127.0.0.0/8 10.1.0.0/16' },
  });
  try {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' };
    await fetch(`${trusting.url}/api/demo/x`, { headers });
    expect(first.seen.at(-1)?.headers).toMatchObject({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' });
    const page = await fetch(trusting.url, { headers: { ...headers, accept: 'text/html' } });
    expect(page.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  } finally {
    await trusting.stop();
  }
});

test.each([
  [{ BACKENDS: '' }, 'Expected PORTICO_BACKENDS to name the replicas of the backend ("backend:3000"), got nothing'],
  [{ BACKENDS: 'a;b' }, 'Expected a backend to be plain, got a;b'],
  [{ PLUGIN_BACKENDS: 'catalog' }, 'Expected PORTICO_PLUGIN_BACKENDS to be "<plugin>=<host:port>,...", got catalog'],
  [{ PUBLIC_ADDRESS: '$x' }, 'Expected PORTICO_PUBLIC_ADDRESS to be plain, got $x'],
])('a start with %j says what is wrong', async (variables, message) => {
  const starting = startFrontDoor({ directory: frontend.directory, backends: [`127.0.0.1:${await freePort()}`], variables });
  await expect(starting).rejects.toThrow(message);
});
