import { describe, expect, jest, test } from '@jest/globals';
import { digest } from '../fixtures/remotes.ts';
import type { LoadableRemote } from '../loading/loadable-remote.ts';
import { createChaos } from './chaos.tsx';

const entry = { url: '/remotes/radar/1.0.0/remoteEntry.js', type: 'script', global: 'radar', integrity: digest } as const;
const radar: LoadableRemote = { id: 'radar', version: '1.0.0', entry, module: './plugin', unverified: false };
const load = () => jest.fn(async (_remote: LoadableRemote) => ({ default: () => null }));

describe('a chaos switch', () => {
  test('that the portal does not allow changes nothing', async () => {
    for (const mode of ['down', 'html', 'incompatible', 'throw-import', 'throw-render']) {
      const loaded = load();
      await createChaos(() => `?portico-chaos=radar:${mode}`, () => false).around(radar, loaded);
      expect(loaded).toHaveBeenCalledWith(radar);
    }
  });

  test('has the files asked for where the registry disturbs them, as long as it is on', async () => {
    let search = '?portico-chaos=radar:down';
    const chaos = createChaos(() => search, () => true);
    const loaded = load();
    await chaos.around(radar, loaded);
    expect(loaded.mock.lastCall?.[0].entry.url).toBe('/remotes/radar/1.0.0/~chaos-down/remoteEntry.js');
    expect([chaos.has('radar'), chaos.has('catalog')]).toEqual([true, false]);
    search = '';
    await chaos.around(radar, loaded);
    expect(loaded).toHaveBeenLastCalledWith(radar);
  });

  test.each([['incompatible', 'LOADER_INIT_FAILED'], ['throw-import', 'LOADER_EVALUATE_FAILED']])('%s fails with %s', async (mode, code) => {
    await expect(createChaos(() => `?portico-chaos=radar:${mode}`, () => true).around(radar, load())).rejects.toMatchObject({ code });
  });
});
