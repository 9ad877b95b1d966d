import { afterEach, describe, expect, test } from '@jest/globals';
import { asProgram, pluginOf, running, stopAll } from '../fixtures/running-backend.ts';

afterEach(stopAll);

const demo = pluginOf('demo', ({ httpRouter }) => httpRouter.use((_request, response) => void response.json({})));

async function asking(cors: unknown, origin: string, method = 'GET') {
  const { get, started } = await running({ features: [demo], data: { backend: { cors } } as never });
  await started;
  const preflight = method === 'OPTIONS' ? { 'access-control-request-method': 'PUT' } : {};
  const response = await get('/api/demo/', { method, headers: { ...asProgram, origin, ...preflight } });
  const header = (name: string) => response.headers.get(`access-control-${name}`);
  return { status: response.status, origin: header('allow-origin'), methods: header('allow-methods'), credentials: header('allow-credentials') };
}

describe('answers for pages of other origins', () => {
  test.each([
    ['nothing', undefined],
    ['false', false],
    ['no origins', { methods: ['GET'] }],
    ['another origin', { origin: 'https://b.example.com' }],
    ['a pattern that does not fit', { origin: ['https://*.example.com'] }],
  ])('are closed with %s configured', async (_what, cors) => {
    expect((await asking(cors, 'https://a.b.example.org')).origin).toBeNull();
  });

  test.each([
    ['the origin', { origin: 'https://a.example.com' }],
    ['a list', { origin: ['http://localhost:3000', 'https://a.example.com'] }],
    ['a pattern', { origin: 'https://*.example.com' }],
    ['true', { origin: true }],
  ])('are open with %s', async (_what, cors) => {
    expect((await asking({ ...cors, credentials: true }, 'https://a.example.com'))).toMatchObject({
      status: 200,
      origin: 'https://a.example.com',
      credentials: 'true',
    });
  });

  test('a preflight is answered with the methods of the configuration, without credentials', async () => {
    const cors = { origin: 'https://a.example.com', methods: ['GET', 'PUT'] };
    expect(await asking(cors, 'https://a.example.com', 'OPTIONS')).toMatchObject({ status: 204, methods: 'GET,PUT' });
  });
});
