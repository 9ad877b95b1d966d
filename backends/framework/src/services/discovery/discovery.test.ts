import { afterEach, describe, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import type { LoadedConfig } from '@portico/config/node';
import { asProgram, pluginOf, running, stopAll } from '../../fixtures/running-backend.ts';
import type { DiscoveryService } from '../../index.ts';
import { resolveAddress } from './service-records.ts';

afterEach(stopAll);

async function start(data: JsonObject, options = {}) {
  let discovery: DiscoveryService | undefined;
  const asker = pluginOf('asker', services => void (discovery = services.discovery));
  const { started, url } = await running({ features: [asker], data, ...options });
  await started;
  return { url, discovery: discovery as unknown as DiscoveryService };
}

const endpoints = (...entries: JsonObject[]): JsonObject => ({ discovery: { endpoints: entries } });

describe('discovery', () => {
  test('finds every plugin in this process while nothing else is said, outside at the base URL', async () => {
    const { url, discovery } = await start({ app: { baseUrl: 'https://portal.example.com/' } });
    expect(await discovery.getBaseUrl('catalog')).toBe(`${url}/api/catalog`);
    expect(await discovery.getExternalBaseUrl('catalog')).toBe('https://portal.example.com/api/catalog');
  });

  test('goes by the endpoints: one address, or one inside and one outside', async () => {
    const { discovery } = await start({
      backend: { baseUrl: 'https://portal.example.com' },
      ...endpoints(
        { target: 'http://search:7007/api/{{pluginId}}/', plugins: ['search', 'index'] },
        { target: { internal: 'http://catalog:7007/api/{{ pluginId }}', external: 'https://c.example.com/{{pluginId}}' }, plugins: ['catalog'] },
        { target: { internal: 'http://radar:7007/api/{{pluginId}}' }, plugins: ['radar'] },
      ),
    });
    expect(await discovery.getBaseUrl('index')).toBe('http://search:7007/api/index');
    expect(await discovery.getExternalBaseUrl('index')).toBe('http://search:7007/api/index');
    expect(await discovery.getBaseUrl('catalog')).toBe('http://catalog:7007/api/catalog');
    expect(await discovery.getExternalBaseUrl('catalog')).toBe('https://c.example.com/catalog');
    expect(await discovery.getExternalBaseUrl('radar')).toBe('https://portal.example.com/api/radar');
  });

  test('takes * for what is not named and does not run here', async () => {
    const { url, discovery } = await start(endpoints({ target: 'http://rest:7007/api/{{pluginId}}', plugins: ['*'] }));
    expect(await discovery.getBaseUrl('catalog')).toBe('http://rest:7007/api/catalog');
    expect(await discovery.getBaseUrl('asker')).toBe(`${url}/api/asker`);
  });

  test('follows changes of the configuration', async () => {
    let change: (next: LoadedConfig) => void = () => undefined;
    const watch = (listener: typeof change) => {
      change = listener;
      return () => undefined;
    };
    const { discovery } = await start(endpoints({ target: 'http://old/api/{{pluginId}}', plugins: ['catalog'] }), { watch });
    expect(await discovery.getBaseUrl('catalog')).toBe('http://old/api/catalog');
    const data = endpoints({ target: 'http://new/api/{{pluginId}}', plugins: ['catalog'] });
    change({ data, reader: createConfigReader(data), files: [], schemas: [], unset: [] });
    expect(await discovery.getBaseUrl('catalog')).toBe('http://new/api/catalog');
  });
});

test('plugins of two processes with data folders of their own know each other by their tokens', async () => {
  const callee = pluginOf('callee', ({ httpAuth, httpRouter }) =>
    httpRouter.use(async (request, response) => void response.json(await httpAuth.credentials(request))),
  );
  const { promise: there, resolve: found } = Promise.withResolvers<string>();
  const caller = pluginOf('caller', ({ auth, discovery, httpRouter }) =>
    httpRouter.use(async (_request, response) => {
      const { token } = await auth.getPluginRequestToken({ targetPluginId: 'callee' });
      const url = `${(await discovery.getBaseUrl('callee')).replace('http://there', await there)}/`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      response.json({ status: answer.status, said: await answer.json() });
    }),
  );
  const one = await running({ features: [caller], data: endpoints({ target: 'http://there/api/{{pluginId}}', plugins: ['callee'] }) });
  const other = await running({ features: [callee], data: endpoints({ target: `${one.url}/api/{{pluginId}}`, plugins: ['*'] }) });
  await Promise.all([one.started, other.started]);
  found(other.url);
  const answer = await one.get('/api/caller/', { headers: asProgram });
  expect(await answer.json()).toMatchObject({ status: 200, said: { principal: { type: 'service', subject: 'plugin:caller' } } });
});

describe('a target by service record', () => {
  test('is the place of the highest priority', async () => {
    const resolve = async () => [
      { name: 'second.internal', port: 2, priority: 20 },
      { name: 'first.internal', port: 1, priority: 10 },
    ];
    expect(await resolveAddress('http+srv://catalog.internal/api/catalog', resolve)).toBe('http://first.internal:1/api/catalog');
    expect(await resolveAddress('https://plain/api', resolve)).toBe('https://plain/api');
  });

  test('without a record is named', async () => {
    await expect(resolveAddress('https+srv://gone/api', async () => [])).rejects.toThrow('to know a place of gone, got no record');
    const refuse = () => Promise.reject(new Error('queryServ ENOTFOUND gone'));
    await expect(resolveAddress('https+srv://gone/api', refuse)).rejects.toThrow('to know a place of gone, got queryServ ENOTFOUND');
  });
});
