import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, expect, test } from '@jest/globals';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

const closers: (() => void)[] = [];
afterEach(async () => {
  await stopAll();
  closers.splice(0).forEach(close => close());
});

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

interface ExportRequest {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

/** A collector that understands OTLP over HTTP, as far as its callers here speak it. */
async function startCollector() {
  const spans: Span[] = [];
  const paths = new Set<string>();
  const seen: string[] = [];
  const server = createServer(async (request, response) => {
    paths.add(`${request.method} ${request.url}`);
    seen.push(String(request.headers.traceparent), String(request.headers['x-key']));
    const body = (await json(request)) as ExportRequest;
    spans.push(...body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(scope => scope.spans)));
    response.setHeader('Content-Type', 'application/json').end('{}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { spans, paths, seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const attributesOf = (span: Span | undefined) => Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));

const callee = pluginOf('callee', ({ httpRouter }) => {
  httpRouter.use((request, response) => void response.json({ traceparent: request.headers.traceparent ?? null }));
});
const caller = pluginOf('caller', ({ auth, discovery, httpRouter }) => {
  httpRouter.use(async (_request, response) => {
    const { token } = await auth.getPluginRequestToken({ targetPluginId: 'callee' });
    const answer = await fetch(`${await discovery.getBaseUrl('callee')}/b`, { headers: { authorization: `Bearer ${token}` } });
    response.json(await answer.json());
  });
});

test('a request and the calls that it leads to are one trace, that of the caller', async () => {
  const collector = await startCollector();
  const tracing = { otlp: { url: collector.url, headers: { 'x-key': 'k' } } };
  const { backend, get, started } = await running({ features: [caller, callee], data: { backend: { tracing } } });
  await started;
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const headers = { ...asProgram, traceparent: `00-${traceId}-b7ad6b7169203331-01`, 'x-request-id': 'request-0003' };
  const told = (await (await get('/api/caller/a?token=hidden', { headers })).json()) as { traceparent: string };
  await backend.stop();

  const outer = collector.spans.find(span => span.parentSpanId === 'b7ad6b7169203331');
  const inner = collector.spans.find(span => span.name === 'GET /api/callee');
  expect(collector.paths).toEqual(new Set(['POST /v1/traces']));
  expect(outer).toMatchObject({ traceId, name: 'GET /api/caller' });
  expect(inner).toMatchObject({ traceId, parentSpanId: outer?.spanId });
  expect(told.traceparent).toBe(`00-${traceId}-${outer?.spanId}-01`);
  expect(attributesOf(outer)).toMatchObject({
    'http.request.method': 'GET',
    'http.response.status_code': 200,
    'url.path': '/api/caller/a',
    'portico.plugin': 'caller',
    'portico.route': 'api',
    'portico.request_id': 'request-0003',
  });
  expect(JSON.stringify(collector.spans)).not.toContain('hidden');
  expect(new Set(collector.seen)).toEqual(new Set(['undefined', 'k']));
});

test('nothing is traced, and nothing loaded for it, unless an address is configured', async () => {
  const { get, started } = await running({ features: [caller, callee], data: { backend: { tracing: { otlp: { url: '' } } } } });
  await started;
  expect(await (await get('/api/caller/a', { headers: asProgram })).json()).toEqual({ traceparent: null });
});

test('a collector that is away harms nothing', async () => {
  const tracing = { otlp: { url: 'http://127.0.0.1:1' } };
  const { get, started } = await running({ features: [callee], data: { backend: { tracing } } });
  await started;
  expect((await get('/api/callee/a', { headers: asProgram })).status).toBe(200);
});
