import { afterEach, expect, test } from '@jest/globals';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

afterEach(stopAll);

const counting = pluginOf('counting-things', ({ httpRouter, metrics }) => {
  const things = metrics.createCounter({ name: 'things_total', help: 'Things', labelNames: ['kind'] });
  metrics.createGauge({ name: 'depth', help: 'Depth' }).set(3);
  metrics.createHistogram({ name: 'size_bytes', help: 'Size', buckets: [1, 10] }).observe(5);
  metrics.observeGauge({ name: 'seen', help: 'Seen', labelNames: ['by'] }, () => [{ labels: { by: 'me' }, value: 7 }]);
  things.increase({ kind: 'a' });
  metrics.createCounter({ name: 'things_total', help: 'Things' }).increase({ kind: 'a' }, 2);
  httpRouter.use((_request, response) => void response.json({}));
});

async function start(enabled: boolean) {
  const { started, ...rest } = await running({ features: [counting], data: { backend: { metrics: { enabled } } } });
  await started;
  return rest;
}

test('shows what plugins and the process count', async () => {
  const { get } = await start(true);
  const response = await get('/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await response.text();
  expect(text).toContain('portico_counting_things_things_total{kind="a"} 3');
  expect(text).toContain('portico_counting_things_depth 3');
  expect(text).toContain('portico_counting_things_size_bytes_bucket{le="10"} 1');
  expect(text).toContain('portico_counting_things_seen{by="me"} 7');
  expect(text).toContain('process_resident_memory_bytes');
});

test('times answers by plugin, kind of path, method and status, whatever callers make up', async () => {
  const { get } = await start(true);
  await (await get('/api/counting-things/a?b', { headers: asProgram })).text();
  await (await get('/api/no-such-plugin/a')).text();
  await (await get('/made/up')).text();
  const text = await (await get('/metrics')).text();
  const line = 'portico_http_request_duration_seconds_count';
  expect(text).toContain(`${line}{plugin="counting-things",route="api",method="GET",status="200"} 1`);
  expect(text).toContain(`${line}{plugin="",route="api",method="GET",status="404"} 1`);
  expect(text).toContain(`${line}{plugin="",route="other",method="GET",status="404"} 1`);
});

test('are not there unless the configuration says so', async () => {
  const { get } = await start(false);
  expect((await get('/metrics')).status).toBe(404);
});

test('are for programs of this machine, and otherwise need a token with the right role', async () => {
  const { get } = await start(true);
  const throughFrontDoor = { 'x-forwarded-for': '192.0.2.7' };
  expect((await get('/metrics', { headers: throughFrontDoor })).status).toBe(401);
  expect((await get('/metrics', { headers: { ...throughFrontDoor, ...asProgram } })).status).toBe(200);
});

test('refuse a token without the role', async () => {
  const externalAccess = [{ token: 'just-a-reader', subject: 'external:reader', roles: ['viewer'] }];
  const { get, started } = await running({ externalAccess, data: { backend: { metrics: { enabled: true } } } });
  await started;
  const response = await get('/metrics', { headers: { via: '1.1 door', authorization: 'Bearer just-a-reader' } });
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ error: { code: 'FRAMEWORK_METRICS_REFUSED' } });
});

test('show the connections of the plugins that have a database', async () => {
  const keeping = pluginOf('keeping', async ({ database }) => void (await (await database.getClient()).raw('select 1')));
  const { get, started } = await running({ features: [keeping], data: { backend: { metrics: { enabled: true } } } });
  await started;
  const text = await (await get('/metrics')).text();
  expect(text).toContain('portico_database_connections{plugin="keeping",state="free"} 1');
  expect(text).toContain('portico_database_connections{plugin="keeping",state="used"} 0');
});
