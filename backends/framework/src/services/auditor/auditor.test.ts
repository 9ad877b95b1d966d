import { afterEach, describe, expect, test } from '@jest/globals';
import { createError, frameworkErrors } from '@portico/errors';
import { auditRoutes, audited } from '../../index.ts';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

afterEach(stopAll);

const writing = pluginOf('writing', ({ auditor, httpRouter }) => {
  httpRouter.use(async (request, response) => {
    const event = await auditor.createEvent({ eventId: 'thing-write', severityLevel: 'medium', request, meta: { thing: 'a' } });
    if (request.path === '/fails') {
      await event.fail({ error: createError(frameworkErrors.NOT_FOUND, { method: 'PUT', path: '/a' }) });
    } else if (request.path === '/breaks') {
      await event.fail({ error: new TypeError('insert into secrets') });
    } else await event.success({ meta: { rows: 1 } });
    response.json({});
  });
});

async function start(data = {}) {
  const { started, ...rest } = await running({ features: [writing], data: { backend: { metrics: { enabled: true }, ...data } } });
  await started;
  const events = () => rest.log.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => line.isAuditEvent);
  return { ...rest, events };
}

describe('audit events', () => {
  test('say who did what with which request, when it begins and when it is done', async () => {
    const { get, events } = await start();
    await get('/api/writing/a?token=hidden', { method: 'PUT', headers: { ...asProgram, 'x-request-id': 'request-0002' } });
    expect(events()).toMatchObject([
      { msg: 'writing.thing-write initiated', level: 30, plugin: 'writing', status: 'initiated', meta: { thing: 'a' } },
      {
        status: 'succeeded',
        severityLevel: 'medium',
        requestId: 'request-0002',
        actor: { actorId: 'external:tests', ip: '127.0.0.1' },
        request: { method: 'PUT', url: '/api/writing/a?token=***' },
        meta: { thing: 'a', rows: 1 },
      },
    ]);
  });

  test('name a fault that was foreseen, and of another one no more than its kind', async () => {
    const { get, events } = await start();
    await get('/api/writing/fails', { headers: asProgram });
    await get('/api/writing/breaks', { headers: asProgram });
    const failed = events().filter(event => event.status === 'failed');
    expect(failed).toMatchObject([{ error: { code: 'FRAMEWORK_NOT_FOUND' } }, { error: { name: 'TypeError' } }]);
    expect(JSON.stringify(failed)).not.toContain('secrets');
  });

  test('are counted', async () => {
    const { get } = await start();
    await get('/api/writing/a', { headers: asProgram });
    const labels = 'plugin="writing",event="thing-write",status="succeeded",severity="medium"';
    expect(await (await get('/metrics')).text()).toContain(`portico_audit_events_total{${labels}} 1`);
  });

  test('appear at the level that the configuration gives their severity', async () => {
    const { get, events } = await start({ auditor: { severityLogLevelMappings: { medium: 'warn' } } });
    await get('/api/writing/a', { headers: asProgram });
    expect(events().map(event => event.level)).toEqual([40, 40]);
  });
});

test('an event without a request is of the plugin itself', async () => {
  const alone = pluginOf('alone', async ({ auditor }) => {
    await (await auditor.createEvent({ eventId: 'sweep' })).success();
  });
  const { started, log } = await running({ features: [alone] });
  await started;
  expect(log.join('')).toContain('"actor":{"actorId":"plugin:alone"}');
});

test('work inside an event is of the request that is being answered, and its fault is thrown on', async () => {
  const plugin = pluginOf('writing', ({ auditor, httpRouter }) => {
    const write = (work: () => Promise<number>) =>
      audited({ auditor, eventId: 'thing-write', metaOf: rows => ({ rows }) }, work);
    httpRouter.use(async (request, response) => {
      const fails = request.path === '/fails';
      await write(async () => (fails ? Promise.reject(createError(frameworkErrors.NOT_FOUND, { method: 'PUT', path: '/' })) : 2));
      response.json({});
    });
  });
  const { get, log, started } = await running({ features: [plugin] });
  await started;
  expect([(await get('/api/writing/', { headers: asProgram })).status, (await get('/api/writing/fails', { headers: asProgram })).status]).toEqual([200, 404]);
  const events = log.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => line.isAuditEvent);
  expect(events).toMatchObject([
    { status: 'initiated', actor: { actorId: 'external:tests' }, request: { url: '/api/writing/' } },
    { status: 'succeeded', meta: { rows: 2 } },
    { status: 'initiated' },
    { status: 'failed', error: { code: 'FRAMEWORK_NOT_FOUND' }, actor: { actorId: 'external:tests' } },
  ]);
});

test('requests to routes that change something are events by themselves, with what their paths name', async () => {
  const routes = pluginOf('shelves', ({ auditor, httpRouter }) => {
    httpRouter.use(auditRoutes(auditor, [{ method: 'PUT', path: '/shelves/:shelf/books/:book', eventId: 'book-place' }]));
    httpRouter.use((request, response) => {
      if (request.path.includes('missing')) throw createError(frameworkErrors.NOT_FOUND, { method: 'PUT', path: request.path });
      response.json({});
    });
  });
  const { get, log, started } = await running({ features: [routes] });
  await started;
  const send = async (method: string, path: string) =>
    void (await (await get(`/api/shelves${path}`, { method, headers: asProgram })).text());
  await send('GET', '/shelves/a/books/b');
  await send('PUT', '/shelves/a');
  await send('PUT', '/shelves/a/books/b');
  await send('PUT', '/shelves/a/books/missing/');
  await send('POST', '/../instance/plugins/nobody/retry');
  const events = log.map(line => JSON.parse(line) as Record<string, unknown>).filter(line => line.isAuditEvent);
  expect(events.filter(({ status }) => status !== 'initiated')).toMatchObject([
    { msg: 'shelves.book-place succeeded', severityLevel: 'medium', actor: { actorId: 'external:tests' }, meta: { shelf: 'a', book: 'b', status: 200 } },
    { status: 'failed', meta: { book: 'missing', status: 404 }, error: { code: 'FRAMEWORK_AUDITED_REQUEST_FAILED' } },
    { msg: 'instance.plugin-retry failed', meta: { plugin: 'nobody', status: 404 } },
  ]);
});
