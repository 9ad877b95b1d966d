import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { coreServices, createServiceFactory } from '../index.ts';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

/** A backend that runs the plugin `far`, and one that passes its requests on. */
async function pair(init: Parameters<typeof pluginOf>[1]) {
  const far = await running({ features: [pluginOf('far', init)] });
  await far.started;
  const endpoints = [{ target: `${far.url}/api/{{pluginId}}`, plugins: ['far'] }];
  const near = await running({ data: { discovery: { gateway: true, endpoints } } });
  await near.started;
  return { far, near };
}

describe('a gateway', () => {
  test('passes on method, path, headers and body, and gives back status, headers and body', async () => {
    const { near } = await pair(({ httpRouter }) =>
      httpRouter.use(async (request, response) => {
        const body = await buffer(request);
        response.setHeader('X-Answer', 'far');
        response.status(201).json({
          method: request.method,
          url: request.url,
          body: body.toString(),
          kind: request.headers['content-type'],
          host: request.headers.host,
          from: request.headers['x-forwarded-host'],
        });
      }),
    );
    const answer = await near.get('/api/far/a%2Fb/c?q=%20x&q=y', {
      method: 'PUT',
      headers: { ...asProgram, 'content-type': 'text/x-demo' },
      body: 'given',
    });
    const host = `127.0.0.1:${near.port}`;
    expect([answer.status, answer.headers.get('x-answer')]).toEqual([201, 'far']);
    const seen = { method: 'PUT', url: '/a%2Fb/c?q=%20x&q=y', body: 'given', kind: 'text/x-demo', host, from: host };
    expect(await answer.json()).toEqual(seen);
  });

  test('leaves it to the other side who may come in', async () => {
    const { near } = await pair(({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})));
    expect((await near.get('/api/far/')).status).toBe(401);
  });

  test('streams both ways', async () => {
    const { near } = await pair(({ httpRouter }) =>
      httpRouter.use((request, response) => {
        response.setHeader('Content-Type', 'text/event-stream');
        request.on('data', (part: Buffer) => response.write(`echo ${part.toString()}`));
        request.on('end', () => response.end());
      }),
    );
    const request = httpRequest({ port: near.port, path: '/api/far/', method: 'POST', headers: asProgram });
    request.write('one');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const parts = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    expect(String((await parts.next()).value)).toBe('echo one');
    request.end('two');
    expect(String((await parts.next()).value)).toBe('echo two');
    expect((await parts.next()).done).toBe(true);
  });

  test('tells the other side when the reader goes away', async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const { near } = await pair(({ httpRouter }) =>
      httpRouter.use((_request, response) => {
        response.once('close', resolve);
        response.flushHeaders();
      }),
    );
    const reader = new AbortController();
    await near.get('/api/far/', { headers: asProgram, signal: reader.signal });
    reader.abort();
    await gone;
  });

  test('answers 503 with Retry-After while the other process is away', async () => {
    const { far, near } = await pair(({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})));
    expect((await near.get('/api/far/', { headers: asProgram })).status).toBe(200);
    await far.backend.stop();
    const answer = await near.get('/api/far/', { headers: asProgram });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.json()).toMatchObject({ error: { code: 'WIRING_PLUGIN_UNREACHABLE' } });
  });

  test('ends a request that goes round in a circle', async () => {
    const { promise: address, resolve } = Promise.withResolvers<string>();
    const discovery = createServiceFactory({
      service: coreServices.discovery,
      deps: {},
      factory: () => ({
        getBaseUrl: async (pluginId: string) => `${await address}/api/${pluginId}`,
        getExternalBaseUrl: async (pluginId: string) => `${await address}/api/${pluginId}`,
      }),
    });
    const endpoints = [{ target: 'http://replaced', plugins: ['lost'] }];
    const { started, get, url } = await running({ data: { discovery: { gateway: true, endpoints } }, services: [discovery] });
    resolve(url);
    await started;
    const answer = await get('/api/lost/', { headers: asProgram });
    expect([answer.status, await answer.json()]).toMatchObject([502, { error: { code: 'WIRING_FORWARDED_IN_CIRCLE' } }]);
  });

  test('stays out of the way unless it is wanted', async () => {
    const { started, get } = await running({ data: { discovery: { endpoints: [{ target: 'http://127.0.0.1:1/api/{{pluginId}}', plugins: ['far'] }] } } });
    await started;
    expect((await get('/api/far/', { headers: asProgram })).status).toBe(404);
  });
});
