import { describe, expect, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { Suspense, memo } from 'react';
import { apiContext, createApiHolder, createPageExtension, createPlugin, normalizePluginModule, PluginBoundary } from '../index.ts';
import type { MountablePlugin, MountContext } from '../index.ts';

const info = { pluginId: 'old-tool', version: '1.2.3', basePath: '/old-tool' };

describe('the default export of a remote may be', () => {
  test('what createPlugin gives', async () => {
    const Page = (): string => 'page';
    const plugin = createPlugin({
      id: 'shop',
      title: 'Shop',
      extensions: [createPageExtension({ path: '/shop', title: 'Shop', loader: async () => Page })],
    });
    const normalized = normalizePluginModule(plugin, 'shop');
    expect(normalized.kind).toBe('plugin');
    expect((await normalized.load('page:shop')).Component).toBe(Page);
  });

  test.each([
    ['a function', () => 'hello'],
    ['a memoized component', memo(() => 'hello')],
  ])('%s', async (_name, Component) => {
    const normalized = normalizePluginModule(Component, 'hello');
    expect(normalized.kind).toBe('component');
    expect(await normalized.load('page:any')).toEqual({ id: 'page:any', point: 'core.page/v1', Component });
  });

  test.each([
    ['at once', false],
    ['later', true],
  ])('of another framework, which mounts %s and takes everything away again', async (_name, late) => {
    const seen: MountContext[] = [];
    const foreign: MountablePlugin = {
      mount(element, context) {
        seen.push(context);
        element.textContent = `mounted at ${context.basePath}`;
        const unmount = (): void => void (element.dataset.gone = 'yes');
        return late ? Promise.resolve(unmount) : unmount;
      },
    };
    const { Component } = await normalizePluginModule(foreign, 'old-tool').load('page:old-tool');
    const { unmount } = render(
      <apiContext.Provider value={createApiHolder([])}>
        <PluginBoundary plugin={info}>
          <Suspense>
            <Component />
          </Suspense>
        </PluginBoundary>
      </apiContext.Provider>,
    );
    const place = screen.getByText('mounted at /old-tool');
    expect(seen).toEqual([{ ...info, apis: { get: expect.any(Function) } }]);
    unmount();
    await waitFor(() => expect(place.dataset.gone).toBe('yes'));
  });

  test.each([
    [undefined, 'no default export'],
    [{ plugin: true }, 'an object'],
    ['text', '"text"'],
  ])('not %j', (value, received) => {
    expect(() => normalizePluginModule(value, 'shop')).toThrow(
      `In plugin shop: expected a default export made by createPlugin, a React component or { mount }, got ${received}`,
    );
  });
});
