import { afterEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

/** A backend with a path that answers when told to, one that streams for ever, and an agent that keeps connections. */
async function start(data = {}) {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const arrivals: string[] = [];
  const demo = pluginOf('demo', ({ httpRouter }) => {
    httpRouter.use(async (request, response) => {
      arrivals.push(request.path);
      if (request.path === '/stream') {
        response.setHeader('Content-Type', 'text/event-stream');
        response.write(': hello\n\n');
        return;
      }
      if (request.path === '/slow') await gate;
      response.json({ whole: true });
    });
  });
  const { backend, port, started } = await running({ features: [demo], data });
  await started;
  const agent = new Agent({ keepAlive: true });
  const ask = async (path: string): Promise<IncomingMessage> => {
    const request = httpRequest({ port, path, headers: asProgram, agent }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return response;
  };
  const arrived = async (path: string) => {
    while (!arrivals.includes(path)) await new Promise(setImmediate);
  };
  return { backend, port, ask, open, arrived, agent };
}

describe('a stop', () => {
  test('ends event streams and idle connections, and finishes the answer that is under way, the last on its connection', async () => {
    const { backend, ask, open, arrived, agent } = await start();
    await text(await ask('/api/demo/'));
    const stream = await ask('/api/demo/stream');
    const slow = ask('/api/demo/slow');
    await arrived('/slow');
    const stopped = backend.stop();
    expect(await text(stream)).toBe(': hello\n\n');
    open();
    const answer = await slow;
    expect([answer.headers.connection, await text(answer)]).toEqual(['close', '{"whole":true}']);
    await stopped;
    agent.destroy();
  });

  test('says 503 on the health paths while a front door may still send requests', async () => {
    const { backend, ask, agent } = await start({ backend: { lifecycle: { serverShutdownDelay: '2s' } } });
    const stopped = backend.stop();
    const answers = await Promise.all(['/healthz', '/readyz', '/api/demo/'].map(ask));
    expect(answers.map(answer => answer.statusCode)).toEqual([503, 503, 200]);
    answers.forEach(answer => answer.resume());
    await stopped;
    agent.destroy();
  });

  test('does not wait for a connection that says nothing', async () => {
    const { backend, port, agent } = await start();
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const closed = once(silent, 'close');
    await backend.stop();
    await closed;
    agent.destroy();
  });
});
