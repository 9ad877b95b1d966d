import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startFrontDoor } from '@portico/test-kit/servers';
import type { RunningFrontDoor } from '@portico/test-kit/servers';
import { assembleFrontend } from './assembled.ts';
import { startEchoBackend } from './echo-backend.ts';
import type { EchoBackend } from './echo-backend.ts';
import { rawGet, rawRequest } from './raw-request.ts';

interface ErrorBody {
  readonly error: { readonly name: string; readonly code: string; readonly message: string; readonly fix: string };
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly statusCode: number };
}

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
let frontend: Awaited<ReturnType<typeof assembleFrontend>>;
let backend: EchoBackend;
let catalog: EchoBackend;
let door: RunningFrontDoor;

beforeAll(async () => {
  [frontend, backend, catalog] = await Promise.all([assembleFrontend(), startEchoBackend(), startEchoBackend()]);
  door = await startFrontDoor({
    directory: frontend.directory,
    backends: [backend.address],
    pluginBackends: { catalog: [catalog.address] },
    variables: { BODY_LIMIT: '100k' },
  });
});
afterAll(async () => {
  await Promise.all([door?.stop(), backend?.stop(), catalog?.stop()]);
  frontend?.remove();
});
beforeEach(() => {
  for (const one of [backend, catalog]) one.seen.length = 0;
});

const get = (url: string, headers: Record<string, string> = {}) => fetch(door.url + url, { headers });

describe('the page', () => {
  test.each([
    ['/', html],
    ['/', { accept: '*/*' }],
    ['/catalog/default/component/name.with.dots.js', html],
    ['/apiary', html],
    ['/assetsx', html],
    ['/no/such/page?q=1', html],
  ])('answers GET %s with %j, without asking a backend', async (url, headers) => {
    const answer = await get(url, headers);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200, 'text/html; charset=utf-8', 'no-store',
    ]);
    expect([answer.headers.get('etag'), answer.headers.get('last-modified')]).toEqual([null, null]);
    expect(await answer.text()).toContain('<div id="root">');
    expect(backend.seen).toEqual([]);
  });

  test('has one nonce in its policy and in every place of its body, and another one each time', async () => {
    const nonces = await Promise.all(['/', '/catalog'].map(async url => {
      const answer = await get(url, html);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const body = await answer.text();
      const [, nonce] = /script-src 'nonce-([0-9a-f]{32})' 'strict-dynamic'/.exec(policy) ?? [];
      const used = [...body.matchAll(/nonce="([^"]*)"/g)].map(match => match[1]);
      expect(used.length).toBeGreaterThanOrEqual(4);
      expect([...new Set(used)]).toEqual([nonce]);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      return nonce;
    }));
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  test('has the look that its cookies tell, and nothing else of them', async () => {
    const plain = await (await get('/', html)).text();
    expect(plain).toContain('<html lang="en">');
    const dark = await (await get('/', { ...html, cookie: 'a=b; portico-theme=dark; portico-navigation=collapsed' })).text();
    expect(dark).toContain('<html lang="en" data-theme="dark" data-navigation="collapsed">');
    const hostile = await (await get('/', { ...html, cookie: 'portico-theme=dark"onload="x; xportico-density=compact' })).text();
    expect(hostile).toContain('<html lang="en">');
  });

  test('asks for the snapshot ahead only where a session may be', async () => {
    expect(await (await get('/', html)).text()).not.toContain('/api/registry/snapshot');
    const known = await (await get('/', { ...html, cookie: 'portico-session=x' })).text();
    expect(known).toContain('<link rel="preload" as="fetch" href="/api/registry/snapshot?at=/" crossorigin="anonymous">');
    expect(known).not.toMatch(/<(nonce|path|appearance|snapshot|later)>/);
    const deep = await (await get('/catalog/a%20b"?c', { ...html, cookie: 'portico-session=x' })).text();
    expect(deep).toContain('href="/api/registry/snapshot?at=/catalog/a" crossorigin');
  });

  test('comes compressed, with careful headers', async () => {
    const answer = await get('/', { ...html, 'accept-encoding': 'gzip' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(answer.headers.get('server')).toBe('nginx');
  });

  test.each([['GET', 'application/json'], ['GET', '*/*'], ['POST', 'text/html']])('is not what %s with %s gets at /catalog', async (method, accept) => {
    const answer = await fetch(`${door.url}/catalog`, { method, headers: { accept } });
    expect(await answer.json()).toMatchObject({ method, url: '/catalog' });
    expect(backend.seen).toHaveLength(1);
  });
});

describe('a miss', () => {
  test.each([
    '/assets', '/assets/', '/assets/nothing.js', '/remotes', '/api', '/healthz/x', '/readyz/x', '/metrics', '/metrics/x', '/.backstage',
    '/front-door/may-read-artifacts', '/front-door/request-invalid', '//api/x', '/%61pi/x', '/api/x/%2e%2e/y', '/api/..%2fx', '/api/x/./y', '/api/x%5c..%5cy', '/remotes/a/1.0.0/../b.js',
  ])('at %s is 404 in the words of the portal, also for a browser', async url => {
    const answer = await rawGet(door.url, url, { Accept: html.accept });
    expect(answer.status).toBe(404);
    expect(answer.head).toMatch(/content-type: application\/json; charset=utf-8/i);
    const body = JSON.parse(answer.body) as ErrorBody;
    expect(body).toMatchObject({ error: { name: 'NotFoundError', code: 'FRAMEWORK_NOT_FOUND' }, response: { statusCode: 404 } });
    expect(body.request.method).toBe('GET');
    expect(backend.seen).toEqual([]);
  });

  test('never repeats a query, a quote or a control character', async () => {
    const answer = await rawGet(door.url, '/assets/a"b?token=secret');
    expect((JSON.parse(answer.body) as ErrorBody).request.url).toBe('/assets/a');
  });
});

describe('what cannot be read', () => {
  test.each(['/%2e%2e/', '/../../etc/passwd', '/%', '/a%00b', '/api/x%00'])('%s is 400 in the words of the portal', async url => {
    const answer = await rawGet(door.url, url);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'FRAMEWORK_REQUEST_INVALID' }, response: { statusCode: 400 } });
  });

  test('a head that is too large is refused before a backend sees it', async () => {
    const answers = await Promise.all([
      rawGet(door.url, '/api/x', { 'X-Large': 'x'.repeat(20_000) }),
      rawGet(door.url, `/api/${'x'.repeat(20_000)}`),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(400);
      expect(JSON.parse(body)).toMatchObject({ error: { code: 'FRONT_DOOR_HEAD_TOO_LARGE' } });
    }
    expect(backend.seen).toEqual([]);
  });

  test('a body over the limit is 413', async () => {
    const answer = await fetch(`${door.url}/api/x`, { method: 'POST', body: 'x'.repeat(150_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      error: { code: 'FRONT_DOOR_BODY_TOO_LARGE', message: 'Expected a body of at most 100k bytes, got a larger one' },
    });
  });

  test('two lengths of one body, which two servers could read differently, are refused', async () => {
    const text = `POST /api/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`;
    expect((await rawRequest(door.url, text)).status).toBe(400);
  });
});

describe('assets', () => {
  const files = () => fs.readdirSync(path.join(frontend.directory, 'assets'));
  const script = () => files().find(name => /^main\..+\.js$/.test(name)) ?? '';

  test('come from disk, for ever, compressed as they were when the image was assembled', async () => {
    const answer = await get(`/assets/${script()}`, { 'accept-encoding': 'gzip' });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'content-length': String(fs.statSync(path.join(frontend.directory, `assets/${script()}.gz`)).size),
      vary: 'Accept-Encoding',
      'content-security-policy': "frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    });
    expect(await answer.text()).toBe(fs.readFileSync(path.join(frontend.directory, 'assets', script()), 'utf8'));
    expect(backend.seen).toEqual([]);
  });

  test('come as they are to whoever takes no gzip, and are not sent again to whoever has them', async () => {
    const plain = await get(`/assets/${script()}`, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const again = await get(`/assets/${script()}`, { 'accept-encoding': 'identity', 'if-none-match': plain.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('hold no source map, and cannot be written', async () => {
    expect(files().filter(name => /\.map/.test(name))).toEqual([]);
    const answer = await fetch(`${door.url}/assets/${script()}`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await answer.json()).toMatchObject({ error: { code: 'FRONT_DOOR_METHOD_NOT_ALLOWED' } });
  });
});

describe('the backends', () => {
  test('get paths as they were sent, and headers that only the front door may set', async () => {
    const url = '/api/lighthouse/v1/websites/https%3A%2F%2Fa.example%2Fb?x=%2e%2e//y';
    await rawGet(door.url, url, {
      Cookie: 'portico-session=x', 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'evil.example',
      Forwarded: 'for=203.0.113.9', 'X-Real-IP': '203.0.113.9', 'X-Request-Id': 'chosen-by-a-stranger',
    });
    const [seen] = backend.seen;
    const host = new URL(door.url).host;
    expect(seen?.url).toBe(url);
    expect(seen?.headers).toMatchObject({
      host, cookie: 'portico-session=x', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http', 'x-forwarded-host': host,
      'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(seen?.headers).not.toHaveProperty('forwarded');
    expect(seen?.headers).not.toHaveProperty('x-real-ip');
  });

  test.each(['/healthz', '/readyz', '/.backstage/health/v1/readiness', '/api/app/config', '/api/demo/a//b'])('answer %s', async url => {
    expect(await (await get(url)).json()).toMatchObject({ url });
  });

  test('of a plugin with a deployment of its own get what belongs to it', async () => {
    await get('/api/catalog/entities');
    await get('/api/catalogue/entities');
    expect([catalog.seen.map(one => one.url), backend.seen.map(one => one.url)]).toEqual([['/api/catalog/entities'], ['/api/catalogue/entities']]);
  });

  test('keep their own errors and headers', async () => {
    backend.answers.set('/api/demo/broken', (_request, response) => {
      response.writeHead(503, { 'Content-Type': 'application/json', 'Retry-After': '5', 'X-Own': 'yes' }).end('{"error":{"code":"OWN"}}');
    });
    const answer = await get('/api/demo/broken');
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('x-own'), await answer.text()]).toEqual([
      503, '5', 'yes', '{"error":{"code":"OWN"}}',
    ]);
  });

  test('that send much uncompressed JSON have it compressed', async () => {
    backend.answers.set('/api/demo/much', (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify('a'.repeat(5_000)));
    });
    expect((await get('/api/demo/much', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe('gzip');
  });
});

test('operators see the front door on a listener of their own, and the public does not', async () => {
  const metrics = await fetch(`${door.internalUrl}/metrics`);
  expect(metrics.headers.get('content-type')).toContain('text/plain');
  expect(await metrics.text()).toMatch(/^portico_front_door_connections\{state="active"\} \d+$/m);
  expect(await (await fetch(`${door.internalUrl}/healthz`)).text()).toBe('ok\n');
  expect(await (await fetch(`${door.internalUrl}/status`)).text()).toContain('Active connections');
  expect((await get('/metrics')).status).toBe(404);
});
