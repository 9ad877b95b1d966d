import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { startMariadb, startPostgres } from '@portico/test-servers';
import type { RunningServer, SqlConnection } from '@portico/test-servers';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';

afterEach(stopAll);

const notes = pluginOf('notes', async ({ database, httpRouter }) => {
  await database.migrate([
    { name: '1', up: knex => knex.schema.createTable('notes', table => void table.string('text')), down: knex => knex.schema.dropTable('notes') },
  ]);
  const knex = await database.getClient();
  httpRouter.use(async (request, response) => {
    if (request.method === 'POST') await knex.transaction(async trx => void (await trx('notes').insert({ text: 'written' })));
    response.json(await knex('notes').pluck('text'));
  });
});

describe.each([['pg', startPostgres], ['mysql2', startMariadb]] as const)('a server of %s', (client, start) => {
  let server: RunningServer<SqlConnection>;
  beforeAll(async () => void (server = await start()));
  afterAll(() => server.stop());

  async function portal(more: object = {}) {
    const { host, port, user, password } = server.connection;
    const data = { backend: { database: { client, connection: { host, port, user, password }, ...more } } };
    const backend = await running({ features: [notes], data });
    expect((await backend.started).plugins['notes']?.status).toBe('ok');
    const ready = async () => (await (await backend.get('/readyz')).json()) as { status: string; plugins: Record<string, object> };
    const until = async (status: string) => {
      for (;;) {
        const state = await ready();
        if (state.status === status) return state;
        await pause(20);
      }
    };
    return { ...backend, until, ask: (method: string) => backend.get('/api/notes', { method, headers: asProgram }) };
  }

  test('that goes away makes requests fail with 503 and a time to try again, and they go on without a restart', async () => {
    const { ask, until } = await portal();
    expect(await (await ask('POST')).json()).toEqual(['written']);
    await server.kill();
    for (const method of ['GET', 'POST']) {
      const refused = await ask(method);
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
      const text = await refused.text();
      expect(JSON.parse(text)).toMatchObject({ error: { name: 'ServiceUnavailableError', code: 'FRAMEWORK_DATABASE_UNAVAILABLE' } });
      expect(text).not.toMatch(/select|insert|ECONN/);
    }
    const reason = 'Its database server does not answer';
    expect((await until('degraded')).plugins).toMatchObject({ notes: { status: 'degraded', reason }, events: { reason } });
    await server.restart();
    expect(await (await ask('POST')).json()).toEqual(['written', 'written']);
    expect((await until('ok')).plugins['notes']).toEqual({ status: 'ok', startMs: expect.any(Number) });
  });

  test('that is frozen keeps no request waiting, and goes on when it can', async () => {
    const { ask, log, until } = await portal({ unresponsiveAfter: 1_500 });
    const before = ((await (await ask('POST')).json()) as string[]).length;
    await server.pause();
    const refused = await Promise.all(['GET', 'GET', 'POST', 'GET'].map(ask));
    expect(refused.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    await until('degraded');
    await server.resume();
    const after = await ask('GET');
    expect([after.status, ((await after.json()) as string[]).length]).toEqual([200, before]);
    await until('ok');
    expect(log.join('')).toContain('A database server does not answer; what needs it is answered 503 until it does');
  });
});
