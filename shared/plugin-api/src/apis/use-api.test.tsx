import { describe, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import type { ReactElement } from 'react';
import { apiContext, createApiFactory, createApiHolder, createApiRef, PluginBoundary, useApi } from '../index.ts';
import type { ApiHolder } from '../index.ts';

const ref = createApiRef<{ name: string }>({ id: 'test.name' });
const Name = (): ReactElement => <p>{useApi(ref).name}</p>;
const shown = (holder: ApiHolder): ReactElement => (
  <apiContext.Provider value={holder}>
    <PluginBoundary plugin={{ pluginId: 'shop', version: '1.0.0' }}>
      <Suspense fallback="waiting">
        <Name />
      </Suspense>
    </PluginBoundary>
  </apiContext.Provider>
);

describe('useApi', () => {
  test('gives the implementation for the plugin that asks', () => {
    const factory = createApiFactory({ api: ref, scope: 'plugin', factory: (_deps, { pluginId }) => ({ name: pluginId }) });
    render(shown(createApiHolder([factory])));
    expect(screen.getByText('shop')).toBeVisible();
  });

  test('waits for the remote that provides it', async () => {
    let arrive: (api: { name: string }) => void = () => {};
    const factory = () => new Promise<{ name: string }>(resolve => (arrive = resolve));
    await act(async () => void render(shown(createApiHolder([createApiFactory({ api: ref, factory })]))));
    expect(screen.getByText('waiting')).toBeVisible();
    await act(async () => arrive({ name: 'from afar' }));
    expect(screen.getByText('from afar')).toBeVisible();
  });

  test('names what nobody provides, and who asks', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(shown(createApiHolder([])))).toThrow('Expected an implementation of API test.name, found none (asked for by shop)');
    log.mockRestore();
  });
});
