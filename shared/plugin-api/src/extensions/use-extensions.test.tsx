import { describe, expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { apiContext, createApiFactory, createApiHolder, createExtensionPoint, extensionsApiRef, pluginContext, useExtensions } from '../index.ts';
import type { AnyComponent, ExtensionsApi, RegisteredExtension } from '../index.ts';

const point = createExtensionPoint<{ who: string }, { title: string; order?: number }>({ id: 'test.place/v1' });

function extension(id: string, more: Partial<RegisteredExtension> = {}): RegisteredExtension {
  return { pluginId: 'guest', version: '1.0.0', id, point: point.id, config: { title: id }, ...more };
}

function portal(extensions: RegisteredExtension[], load: (one: RegisteredExtension) => Promise<AnyComponent>) {
  let current: readonly RegisteredExtension[] = extensions;
  const listeners = new Set<() => void>();
  const report = jest.fn();
  const api: ExtensionsApi = {
    list: () => current,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async one => ({ Component: await load(one) }),
    renderState: state => (state.state === 'loading' ? 'waiting' : <button onClick={state.retry}>{`${state.extensionId}: ${String(state.error)}`}</button>),
    report,
  };
  const replace = (next: RegisteredExtension[]): void => {
    current = next;
    for (const listener of listeners) listener();
  };
  const show = (subject?: unknown) =>
    render(
      <apiContext.Provider value={createApiHolder([createApiFactory({ api: extensionsApiRef, factory: () => api })])}>
        <Place subject={subject} />
      </apiContext.Provider>,
    );
  return { show, replace, report };
}

function Place({ subject }: { subject?: unknown }): ReactElement {
  return (
    <ul>
      {useExtensions(point, subject).map(({ id, config, Component }) => (
        <li key={id}>
          {config.title} <Component who="you" />
        </li>
      ))}
    </ul>
  );
}

const Hello = ({ who }: { who: string }): string => `greets ${who}`;
const texts = (): (string | null)[] => screen.getAllByRole('listitem').map(item => item.textContent);

describe('useExtensions', () => {
  test('shows what fits the subject, by order and then by id', async () => {
    const { show } = portal(
      [
        extension('b'),
        extension('last', { config: { title: 'last', order: 200 } }),
        extension('a', { if: { kind: 'Component' } }),
        extension('first', { config: { title: 'first', order: 1 } }),
        extension('api', { if: { kind: 'API' } }),
      ],
      async () => Hello,
    );
    await act(async () => void show({ kind: 'component' }));
    expect(texts()).toEqual(['first greets you', 'a greets you', 'b greets you', 'last greets you']);
  });

  test('loads when a component is rendered, and knows the plugin of the extension then', async () => {
    const Where = (): string => JSON.stringify(pluginContext.use());
    const { show } = portal([extension('a')], async () => Where);
    show();
    expect(texts()).toEqual(['a waiting']);
    expect(await screen.findByText('a {"pluginId":"guest","version":"1.0.0"}')).toBeVisible();
  });

  test('follows the registry and keeps the state of what stays', async () => {
    const Counter = (): ReactElement => {
      const [count, setCount] = useState(0);
      return <button onClick={() => setCount(count + 1)}>{`count ${count}`}</button>;
    };
    const { show, replace } = portal([extension('a')], async () => Counter);
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'count 0' }));
    act(() => replace([extension('a', { config: { title: 'renamed' } })]));
    expect(texts()).toEqual(['renamed count 1']);
    await act(async () => replace([extension('a', { version: '2.0.0' })]));
    expect(texts()).toEqual(['a count 0']);
    act(() => replace([]));
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  test('keeps what throws in its place, tells the portal once, and renders again without loading again', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    let broken = true;
    const load = jest.fn(async () => () => {
      if (broken) throw new Error('no luck');
      return 'well';
    });
    const { show, report } = portal([extension('a'), extension('b')], async one => (one.id === 'a' ? load() : Hello));
    show();
    const retry = await screen.findByRole('button', { name: 'a: Error: no luck' });
    expect(texts()[1]).toBe('b greets you');
    expect(report).toHaveBeenCalledTimes(1);
    expect(report.mock.calls[0]).toEqual([expect.objectContaining({ message: 'no luck' }), extension('a')]);
    broken = false;
    await userEvent.click(retry);
    expect(texts()).toEqual(['a well', 'b greets you']);
    expect(load).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });

  test('loads again by retry what could not be loaded', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const load = jest.fn<() => Promise<AnyComponent>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(Hello);
    const { show } = portal([extension('a')], load);
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'a: Error: offline' }));
    expect(await screen.findByText('a greets you')).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
    log.mockRestore();
  });
});
