import { describe, expect, test } from '@jest/globals';
import { checkConfigPath, configKeyOf, createFetchApi, readJson, resolvePluginUrl, storageKeyOf } from '../index.ts';

const discovery = { getBaseUrl: async (id: string) => `https://portal.example/api/${id}` };

describe('plugin:// addresses', () => {
  test.each([
    ['plugin://catalog/entities?limit=1', 'https://portal.example/api/catalog/entities?limit=1'],
    ['plugin://tech-radar', 'https://portal.example/api/tech-radar'],
    ['/api/catalog', '/api/catalog'],
    ['https://else.example/plugin://x', 'https://else.example/plugin://x'],
  ])('%s leads to %s', async (address, url) => {
    expect(await resolvePluginUrl(address, discovery)).toBe(url);
  });

  test('are resolved before the request is made; requests go through as they are', async () => {
    const asked: unknown[] = [];
    const { fetch } = createFetchApi({ discovery, fetch: async (input, init) => (asked.push(input, init), new Response('{}')) });
    const request = new Request('https://else.example/');
    await fetch('plugin://catalog/refresh', { method: 'POST' });
    await fetch(request);
    expect(asked).toEqual(['https://portal.example/api/catalog/refresh', { method: 'POST' }, request, undefined]);
  });
});

describe('readJson', () => {
  test('gives the body of a success', async () => {
    expect(await readJson(Response.json({ items: [1] }))).toEqual({ items: [1] });
  });

  test('throws what the backend threw', async () => {
    const details = [{ code: 'X_Y', path: 'a', message: 'm', fix: 'f' }];
    const error = { name: 'NotFoundError', code: 'CATALOG_ENTITY_MISSING', message: 'No {entity}', fix: 'Look elsewhere', details };
    await expect(readJson(Response.json({ error }, { status: 404 }))).rejects.toMatchObject(error);
  });

  test.each([
    [502, 'BadGatewayError'],
    [418, 'InputError'],
    [599, 'InternalError'],
  ])('names an answer with status %d without an error body %s', async (status, name) => {
    const answer = new Response('<html>', { status });
    await expect(readJson(answer)).rejects.toMatchObject({ name, code: 'PLUGIN_API_RESPONSE_FAILED', message: `Expected a success status from , got ${status}` });
  });

  test('says what came instead of JSON', async () => {
    const answer = new Response('<html>', { headers: { 'content-type': 'text/html' } });
    await expect(readJson(answer)).rejects.toThrow('Expected JSON from , got text/html');
  });
});

describe('what belongs to one plugin', () => {
  test('is configured under its id in camel case', () => {
    expect(configKeyOf('lighthouse-2-audit')).toBe('lighthouse2Audit');
    for (const path of ['techRadar', 'techRadar.url', 'techRadar[0]', 'app.title', 'organization.name']) {
      expect(checkConfigPath('tech-radar', path)).toBeUndefined();
    }
    expect(checkConfigPath('core', 'anything')).toBeUndefined();
    expect(() => checkConfigPath('tech-radar', 'techRadarSecret.url')).toThrow(
      'Expected plugin tech-radar to read only techRadar, app, organization, got techRadarSecret.url',
    );
  });

  test('is kept under keys that nothing else can reach', () => {
    const owner = { userEntityRef: 'user:default/ann', pluginId: 'catalog' };
    expect(storageKeyOf(owner, 'a/b')).toBe('portico/user%3Adefault%2Fann/catalog/a%2Fb');
  });
});
