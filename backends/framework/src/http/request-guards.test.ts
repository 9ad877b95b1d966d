import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { errorBodySchema, parseShape } from '@portico/contracts';
import { startRedis } from '@portico/test-servers';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';
import { jsonBody } from '../index.ts';

afterEach(stopAll);

const demo = pluginOf('demo', ({ httpRouter }) => {
  httpRouter.use(jsonBody());
  httpRouter.use((request, response) => void response.status(request.path === '/made' ? 201 : 200).json({ body: request.body as unknown }));
});

async function start(backend: object = {}) {
  const { started, ...rest } = await running({ features: [demo], data: { backend } as never });
  await started;
  return rest;
}

/** Sends bytes as they are and gives everything that comes back until the server closes. */
async function raw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

function errorOf(answer: string) {
  const parsed = parseShape(errorBodySchema, JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

describe('requests that cannot be read', () => {
  test('with headers too large are answered with 431', async () => {
    const { port } = await start();
    const answer = await raw(port, `GET / HTTP/1.1\r\nHost: a\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(errorOf(answer)).toMatchObject({ error: { code: 'FRAMEWORK_HEADERS_TOO_LARGE' }, response: { statusCode: 431 } });
  });

  test('whose head does not end are answered with 408', async () => {
    const { port } = await start({ server: { headersTimeout: 200, requestTimeout: 400 } });
    const answer = await raw(port, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(errorOf(answer).error.code).toBe('FRAMEWORK_REQUEST_TOO_SLOW');
  });

  test('that are no HTTP are answered with 400', async () => {
    const { port } = await start();
    expect(errorOf(await raw(port, 'hello\r\n\r\n')).error.code).toBe('FRAMEWORK_REQUEST_INVALID');
  });

  test('with a body above 1 MB are answered with 413', async () => {
    const { get } = await start();
    const headers = { ...asProgram, 'content-type': 'application/json' };
    const response = await get('/api/demo/', { method: 'POST', body: JSON.stringify('x'.repeat(1_000_000)), headers });
    expect([response.status, await response.json()]).toMatchObject([413, { error: { code: 'FRAMEWORK_BODY_TOO_LARGE' } }]);
    const fitting = await get('/api/demo/', { method: 'POST', body: '["fits"]', headers });
    expect(await fitting.json()).toEqual({ body: ['fits'] });
  });
});

describe('backend.rateLimit', () => {
  const nobody = { ipAllowList: [] };

  test('refuses what is too much with 429 and the time to wait', async () => {
    const { get } = await start({ rateLimit: { ...nobody, incomingRequestLimit: 2, window: '1h' } });
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await get('/made/up')).status);
    const refused = await get('/api/demo/', { headers: asProgram });
    expect([...statuses, refused.status]).toEqual([404, 404, 429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(refused.headers.get('ratelimit-limit')).toBe('2');
    expect(await refused.json()).toMatchObject({ error: { name: 'TooManyRequestsError', code: 'FRAMEWORK_TOO_MANY_REQUESTS' } });
    expect((await get('/healthz')).status).toBe(200);
  });

  test('counts the requests to one plugin apart, and to others not at all', async () => {
    const { get } = await start({ rateLimit: { ...nobody, global: false, plugin: { demo: { incomingRequestLimit: 1 } } } });
    const ask = async (path: string) => (await get(path, { headers: asProgram })).status;
    expect([await ask('/api/demo/'), await ask('/api/demo/'), await ask('/api/events/')]).toEqual([200, 429, 400]);
  });

  test('lets the addresses of the list through, by default those of this machine', async () => {
    const { get } = await start({ rateLimit: { incomingRequestLimit: 1 } });
    expect([(await get('/a')).status, (await get('/a')).status]).toEqual([404, 404]);
  });

  test('gives back what does not count', async () => {
    const { get } = await start({ rateLimit: { ...nobody, incomingRequestLimit: 1, skipFailedRequests: true } });
    const statuses = [];
    for (let asked = 0; asked < 3; asked += 1) statuses.push((await get('/a')).status);
    expect(statuses).toEqual([404, 404, 404]);
  });

  test('with a Redis that is away counts by this process alone', async () => {
    const store = { type: 'redis', connection: 'redis://127.0.0.1:1' };
    const { get } = await start({ rateLimit: { ...nobody, store, incomingRequestLimit: 1 } });
    expect([(await get('/a')).status, (await get('/a')).status]).toEqual([404, 429]);
  });

  test('with Redis counts over all replicas, also while it stands still', async () => {
    const redis = await startRedis();
    try {
      const rateLimit = { ...nobody, store: { type: 'redis', connection: redis.connection }, incomingRequestLimit: 100_000, window: '1h' };
      const [first, second] = [await start({ rateLimit }), await start({ rateLimit })];
      const left = async ({ get }: typeof first) => Number((await get('/a')).headers.get('ratelimit-remaining'));
      // A busy machine may be late with an answer of Redis, and then each counts alone for a while.
      while ((await left(first)) - (await left(second)) !== 1 || (await left(second)) - (await left(first)) !== 1);
      await redis.pause();
      expect((await first.get('/a')).status).toBe(404);
    } finally {
      await redis.stop();
    }
  });

  test('is off by default', async () => {
    const { get } = await start();
    expect((await get('/a')).headers.has('ratelimit-limit')).toBe(false);
  });
});

test('every answer carries the headers that make browsers careful', async () => {
  const { get } = await start({ referrer: { policy: 'no-referrer' } });
  const { headers } = await get('/api/demo/', { headers: asProgram });
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  });
  expect(headers.has('x-powered-by')).toBe(false);
  for (const path of ['/readyz', '/nothing/here']) {
    expect((await get(path)).headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
  }
});
