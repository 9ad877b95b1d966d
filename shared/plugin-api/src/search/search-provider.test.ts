import { describe, expect, test } from '@jest/globals';
import { createPlugin, createSearchProviderExtension } from '../index.ts';
import type { Search } from '../index.ts';

const search: Search = async text => [{ title: text, to: '/catalog' }];

describe('a search provider', () => {
  test('is declared as data, so that its plugin is not loaded before somebody searches', () => {
    const extension = createSearchProviderExtension({ title: 'Entities', order: 10, loader: async () => search });
    const plugin = createPlugin({ id: 'catalog', title: 'Catalog', extensions: [extension] });
    expect(plugin.describe().extensions).toEqual([
      { id: 'search', point: 'core.search-provider/v1', config: { title: 'Entities', order: 10 } },
    ]);
  });

  test('gives its function, also as the default export of a module', async () => {
    const extensions = [
      createSearchProviderExtension({ title: 'Entities', loader: async () => search }),
      createSearchProviderExtension({ id: 'search:actions', title: 'Actions', loader: async () => ({ default: search }) }),
    ];
    const plugin = createPlugin({ id: 'catalog', title: 'Catalog', extensions });
    expect((await plugin.load('search')).Component).toBe(search);
    expect((await plugin.load('search:actions')).Component).toBe(search);
  });
});
