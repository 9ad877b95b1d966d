import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startFrontDoor } from '@portico/test-kit/servers';
import type { RunningFrontDoor } from '@portico/test-kit/servers';
import { assembleFrontend } from './assembled.ts';
import { session, startEchoBackend } from './echo-backend.ts';
import type { EchoBackend } from './echo-backend.ts';

const signedIn = { cookie: session };
let frontend: Awaited<ReturnType<typeof assembleFrontend>>;
let backend: EchoBackend;
let door: RunningFrontDoor;
let number = 0;
let path = '';

/** Has the backend answer the test's own path with an artifact. */
function answerWith(cacheControl: string): void {
  backend.answers.set(path, (request, response) => {
    const coding = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? 'br' : 'identity';
    response.writeHead(200, {
      'Content-Type': 'text/javascript', 'Cache-Control': cacheControl, 'Set-Cookie': 'a=b', Vary: 'Accept-Encoding', ETag: '"1"',
      'X-Request-Id': String(request.headers['x-request-id']), ...(coding === 'br' ? { 'X-Coding': 'br' } : {}),
    });
    response.end('window.x = 1;');
  });
}

beforeAll(async () => {
  [frontend, backend] = await Promise.all([assembleFrontend(), startEchoBackend()]);
  door = await startFrontDoor({ directory: frontend.directory, backends: [backend.address] });
});
afterAll(async () => {
  await Promise.all([door?.stop(), backend?.stop()]);
  frontend?.remove();
});
beforeEach(() => {
  path = `/remotes/demo/1.0.0+0a1b2c3d/${(number += 1)}.js`;
  backend.seen.length = 0;
  backend.sessionChecks.length = 0;
  answerWith('private, max-age=31536000, immutable');
});

const get = (headers: Record<string, string> = {}, url = path) => fetch(door.url + url, { headers });

describe('files of remotes', () => {
  test('are refused without a session, in the words of the portal, and the backend is not asked for them', async () => {
    const answer = await get();
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(await answer.json()).toMatchObject({ error: { name: 'AuthenticationError', code: 'FRAMEWORK_UNAUTHENTICATED' }, request: { url: path } });
    expect(backend.seen).toEqual([]);
  });

  test('are fetched once, kept, and not given to whoever has no session', async () => {
    const first = await get(signedIn);
    const second = await get(signedIn);
    expect([first, second].map(answer => [answer.status, answer.headers.get('x-cache-status')])).toEqual([[200, 'MISS'], [200, 'HIT']]);
    expect(await second.text()).toBe('window.x = 1;');
    expect(second.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(backend.seen).toHaveLength(1);
    expect((await get()).status).toBe(401);
  });

  test('have the session checked each time, without a body and without the path that is wanted', async () => {
    await get({ ...signedIn, authorization: 'Bearer x' });
    await get(signedIn);
    expect(backend.sessionChecks.map(check => [check.method, check.url, check.bodyBytes])).toEqual([
      ['GET', '/api/auth/check', 0],
      ['GET', '/api/auth/check', 0],
    ]);
    expect(backend.sessionChecks[0]?.headers).toMatchObject({ ...signedIn, authorization: 'Bearer x' });
  });

  test('carry nothing from the answer that was kept but what belongs to the file', async () => {
    const first = await get(signedIn);
    const second = await get(signedIn);
    expect([first.headers.get('set-cookie'), second.headers.get('set-cookie')]).toEqual([null, null]);
    expect(second.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  test('are kept once for each coding that browsers take', async () => {
    const codings = ['gzip, deflate, br', 'br;q=1', 'gzip', 'gzip;q=0.5', 'identity'];
    const kept: (string | null)[] = [];
    for (const coding of codings) kept.push((await get({ ...signedIn, 'accept-encoding': coding })).headers.get('x-cache-status'));
    expect(kept).toEqual(['MISS', 'HIT', 'MISS', 'HIT', 'MISS']);
    expect((await get({ ...signedIn, 'accept-encoding': 'br' })).headers.get('x-coding')).toBe('br');
  });

  test('that are not the recorded ones do not stay', async () => {
    answerWith('no-store');
    expect((await get(signedIn)).headers.get('x-cache-status')).toBe('MISS');
    answerWith('private, immutable');
    const mended = await get(signedIn);
    expect([mended.headers.get('x-cache-status'), mended.headers.get('cache-control')]).toEqual(['MISS', 'private, immutable']);
  });

  test('that a browser asks for again after a failure are asked for anew', async () => {
    backend.answers.set(path, (_request, response) => response.writeHead(404, { 'Content-Type': 'application/json' }).end('{}'));
    expect((await get(signedIn)).status).toBe(404);
    answerWith('private, immutable');
    expect((await get(signedIn)).status).toBe(200);
  });

  test('are known to a browser that has them', async () => {
    await get(signedIn);
    expect((await get({ ...signedIn, 'if-none-match': '"1"' })).status).toBe(304);
  });
});

test('a portal whose artifacts are public asks for no session', async () => {
  const open = await startFrontDoor({ directory: frontend.directory, backends: [backend.address], variables: { ARTIFACTS_PUBLIC: 'yes' } });
  try {
    expect((await fetch(open.url + path)).status).toBe(200);
    expect(backend.sessionChecks).toEqual([]);
  } finally {
    await open.stop();
  }
});
