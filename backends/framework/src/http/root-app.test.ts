import { afterEach, describe, expect, test } from '@jest/globals';
import { request as httpRequest } from 'node:http';
import { json } from 'express';
import { errorBodySchema, parseShape } from '@portico/contracts';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const demo = pluginOf('demo', ({ httpRouter, rootHttpRouter }) => {
  httpRouter.use(json({ limit: 100 }));
  httpRouter.use((request, response) => {
    if (request.path === '/broken') throw new TypeError('select * from secrets');
    response.json({ path: request.path, text: 'x'.repeat(4000) });
  });
  rootHttpRouter.useFallback((_request, response) => void response.type('html').send('<p>the page</p>'));
  rootHttpRouter.use('/assets', (request, response, next) => {
    if (request.path === '/known.js') response.type('js').send('1');
    else next();
  });
});

async function start() {
  const { started, ...rest } = await running({ features: [demo] });
  await started;
  return rest;
}

async function errorOf(response: Response) {
  const parsed = parseShape(errorBodySchema, await response.json());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

describe('error answers', () => {
  test('hide what nobody foresaw and put it into the log', async () => {
    const { get, log } = await start();
    const response = await get('/api/demo/broken', { headers: { ...asProgram, 'x-request-id': 'request-0001' } });
    const body = await errorOf(response);
    expect(response.status).toBe(500);
    expect(body).toMatchObject({ error: { code: 'FRAMEWORK_INTERNAL' }, request: { method: 'GET', url: '/api/demo/broken' } });
    expect(JSON.stringify(body)).toContain('request-0001');
    expect(JSON.stringify(body)).not.toContain('secrets');
    expect(log.some(line => line.includes('select * from secrets') && line.includes('request-0001'))).toBe(true);
  });

  test.each([
    ['{"a":', 400, 'FRAMEWORK_REQUEST_INVALID'],
    [JSON.stringify({ a: 'x'.repeat(200) }), 413, 'FRAMEWORK_BODY_TOO_LARGE'],
  ])('name the fault of the body %s', async (body, status, code) => {
    const { get } = await start();
    const response = await get('/api/demo/', {
      method: 'POST',
      body,
      headers: { ...asProgram, 'content-type': 'application/json' },
    });
    expect(response.status).toBe(status);
    expect((await errorOf(response)).error.code).toBe(code);
  });

  test('come for addresses that cannot be decoded', async () => {
    const { get } = await start();
    const response = await get('/api/%E0%A4%A/x');
    expect(response.status).toBe(400);
    expect((await errorOf(response)).error.code).toBe('FRAMEWORK_REQUEST_INVALID');
  });

  test('come for methods that are not of the portal', async () => {
    const { port } = await start();
    const status = await new Promise(resolve => {
      httpRequest({ port, method: 'TRACE', path: '/' }, response => resolve(response.resume().statusCode)).end();
    });
    expect(status).toBe(405);
  });

  test('never repeat a token of the query', async () => {
    const { get, log } = await start();
    const response = await get('/api/nobody?access_token=hidden-value&q=1');
    expect((await errorOf(response)).request.url).toBe('/api/nobody?access_token=***&q=1');
    expect(log.join('')).not.toContain('hidden-value');
  });
});

describe('paths', () => {
  test.each(['/', '/catalog', '/catalog/default/component/a.b.js', '/apiary'])('%s is the page for a browser', async path => {
    const { get } = await start();
    const response = await get(path, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect([response.status, await response.text()]).toEqual([200, '<p>the page</p>']);
  });

  test.each([
    '/api',
    '/api/',
    '/api/x',
    '/assets/x.js',
    '/remotes/a/1.0.0/x.js',
    '/healthz/x',
    '/readyz/x',
    '/metrics',
    '/.backstage/x',
  ])('a miss at %s is 404 also for a browser', async path => {
    const { get } = await start();
    const response = await get(path, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect((await errorOf(response)).error.code).toBe('FRAMEWORK_NOT_FOUND');
  });

  test('outside reserved paths are no page for scripts and for writes', async () => {
    const { get } = await start();
    const answers = await Promise.all([
      get('/catalog', { headers: { accept: '*/*' } }),
      get('/catalog', { method: 'POST', headers: { accept: 'text/html' } }),
    ]);
    expect(answers.map(response => response.status)).toEqual([404, 404]);
    expect((await get('/', { headers: { accept: '*/*' } })).status).toBe(200);
    expect((await get('/assets/known.js')).status).toBe(200);
  });
});

test('answers carry the careful headers, a request id, and are compressed', async () => {
  const { get } = await start();
  const { headers } = await get('/api/demo/', { headers: { ...asProgram, 'accept-encoding': 'gzip' } });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  expect(headers.get('content-encoding')).toBe('gzip');
});
