import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LoadableRemote } from '../loading/loadable-remote.ts';
import { fakeFetch } from '../fixtures/answers.ts';
import type { FakeEndpoint } from '../fixtures/answers.ts';
import { openOverride } from './open-override.ts';

const manifestUrl = 'http://localhost:3010/dist/portico-plugin.json';
const remote: LoadableRemote = {
  id: 'radar',
  version: '2.0.0+override.0a1b2c3d',
  entry: { url: 'http://localhost:3010/dist/remoteEntry.js', type: 'script', global: 'radar__old' },
  module: './plugin',
  unverified: true,
  override: { url: manifestUrl, manifestUrl, origin: 'http://localhost:3010', expiresAt: '2999-01-01T00:00:00.000Z' },
};
const federation = { entry: 'remoteEntry.js', type: 'script', global: 'radar__new', module: './plugin' };
const manifest = { id: 'radar', federation, assets: [{ path: 'remoteEntry.js' }], routes: [] };
const load = jest.fn(async (given: LoadableRemote) => given.entry);
let told: RequestInit | undefined;

function serve(endpoint: FakeEndpoint): readonly string[] {
  const { fetch, asked } = fakeFetch({
    [manifestUrl]: endpoint,
    '/api/registry/overrides/radar': init => ((told = init), { body: {} }),
  });
  Object.assign(globalThis, { fetch });
  return asked;
}

beforeEach(() => {
  Object.assign(AbortSignal, { timeout: () => new AbortController().signal });
  load.mockClear();
  told = undefined;
});

describe('an override', () => {
  test('is loaded as its build is now, and the registry hears what else it says', async () => {
    const asked = serve({ body: manifest });
    const renewed = new Promise<void>(resolve => {
      void openOverride(remote, load, resolve);
    });
    await renewed;
    expect(load.mock.calls[0]?.[0].entry).toEqual({ url: 'http://localhost:3010/dist/remoteEntry.js', type: 'script', global: 'radar__new' });
    expect(asked).toEqual([manifestUrl, '/api/registry/overrides/radar']);
    expect(told).toMatchObject({ method: 'PATCH', body: JSON.stringify({ manifest: { ...manifest, assets: [] } }) });
  });

  test('that has only an entry is loaded as it is', async () => {
    const asked = serve('down');
    const { manifestUrl: _none, ...place } = remote.override ?? ({} as never);
    await openOverride({ ...remote, override: place }, load, () => undefined);
    expect([load.mock.calls[0]?.[0].entry.global, asked]).toEqual(['radar__old', []]);
  });

  test.each<[string, FakeEndpoint, string]>([
    ['does not answer', 'down', 'LOADER_OVERRIDE_UNREACHABLE'],
    ['answers 404', { status: 404, body: {} }, 'LOADER_OVERRIDE_ANSWER'],
    ['answers with a page', { text: '<!doctype html>' }, 'LOADER_OVERRIDE_ANSWER'],
    ['answers with a list', { text: '[]' }, 'LOADER_OVERRIDE_ANSWER'],
    ['says nothing of its entry', { body: { id: 'radar' } }, 'LOADER_OVERRIDE_ANSWER'],
    ['is another plugin by now', { body: { ...manifest, id: 'catalog' } }, 'LOADER_OVERRIDE_ANSWER'],
    ...['https://evil.example/x.js', '//evil.example/x.js', '../x.js', 'http://localhost:3011/dist/x.js', 'data:text/javascript,1'].map(
      (entry): [string, FakeEndpoint, string] => [
        `leads to ${entry}`,
        { body: { ...manifest, federation: { ...federation, entry } } },
        'LOADER_OVERRIDE_ANSWER',
      ],
    ),
  ])('that %s is not loaded', async (_what, endpoint, code) => {
    serve(endpoint);
    await expect(openOverride(remote, load, () => undefined)).rejects.toMatchObject({ code });
    expect(load).not.toHaveBeenCalled();
  });

  test('is asked for without credentials, and not through a redirect', async () => {
    serve({ body: manifest });
    await openOverride(remote, load, () => undefined);
    const { calls } = (globalThis.fetch as jest.Mock).mock;
    expect(calls[0]?.[1]).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  });
});
