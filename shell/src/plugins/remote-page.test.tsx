import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Link, Route, Routes, useParams } from 'react-router';
import { configApiRef, createExtension, createExtensionPoint, createPageExtension, createPlugin, useApi, useExtensions } from '@portico/plugin-api';
import { aRemote, digest } from '../fixtures/remotes.ts';
import { click, readyWith, renderShell } from '../fixtures/render-shell.tsx';

const name = 'radar__00000000';
const point = createExtensionPoint<object, object>({ id: 'radar.card/v1' });
const onRadar = { path: '/radar', remotes: [aRemote(), aRemote({ id: 'catalog', title: 'Catalog', navigation: [{ title: 'Catalog', path: '/catalog' }] })] };

function aPlugin(Page: () => React.ReactNode, id = 'radar') {
  return { default: createPlugin({ id, title: 'Radar', extensions: [createPageExtension({ path: `/${id}`, title: 'Radar', loader: async () => ({ default: Page }) })] }) };
}

function EntryPage() {
  return <h1>Entry {useParams()['name']}</h1>;
}

function RadarRoutes() {
  return (
    <Routes>
      <Route index element={<h1>Radar of {useApi(configApiRef).getString('app.title')}</h1>} />
      <Route path="entries/:name" element={<EntryPage />} />
    </Routes>
  );
}

afterEach(() => void jest.useRealTimers());

describe("a remote's page", () => {
  test('is loaded when its route is opened, and not before', async () => {
    const { loaded } = await renderShell({ ...onRadar, path: '/', behaviours: { [name]: { module: aPlugin(RadarRoutes) } } });
    expect(loaded).toEqual([]);
    await click(screen.getAllByRole('link', { name: 'Radar' })[0] as HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Radar of Test portal' })).toBeVisible();
    expect(loaded).toEqual([`${name}/plugin`]);
  });

  test('may have routes of its own, also with dots in them, opened cold', async () => {
    await renderShell({ ...onRadar, path: '/radar/entries/node.js', behaviours: { [name]: { module: aPlugin(RadarRoutes) } } });
    expect(await screen.findByRole('heading', { name: 'Entry node.js' })).toBeVisible();
  });

  test('may be a component', async () => {
    await renderShell({ ...onRadar, behaviours: { [name]: { module: { default: () => <h1>Just a page</h1> } } } });
    expect(await screen.findByRole('heading', { name: 'Just a page' })).toBeVisible();
  });

  test('may be of another framework', async () => {
    const unmount = jest.fn();
    const mount = (element: HTMLElement) => {
      element.innerHTML = '<h1>Mounted</h1>';
      return unmount;
    };
    await renderShell({ ...onRadar, behaviours: { [name]: { module: { default: { mount } } } } });
    expect(await screen.findByRole('heading', { name: 'Mounted' })).toBeVisible();
    await click(screen.getByRole('link', { name: 'Catalog' }));
    expect(unmount).toHaveBeenCalledTimes(1);
  });

  test('shows an outline meanwhile, and says when it takes long', async () => {
    jest.useFakeTimers();
    await renderShell({ ...onRadar, behaviours: { [name]: { hangs: true } } });
    expect(screen.getByText('Loading Radar…')).toBeInTheDocument();
    await act(async () => jest.advanceTimersByTimeAsync(3_000));
    expect(screen.getByText('Radar is taking longer than usual…')).toBeInTheDocument();
  });

  test('that fails says which plugin it was, what happened and the code; the rest works; a retry loads it anew', async () => {
    const { loaded } = await renderShell({ ...onRadar, behaviours: { [`${name}~1`]: { module: aPlugin(RadarRoutes) }, catalog__00000000: { module: { default: () => <h1>All things</h1> } } } });
    const failure = await screen.findByRole('alert');
    expect(failure).toHaveTextContent('Radar could not be shown');
    expect(failure).toHaveTextContent('LOADER_ENTRY_UNREACHABLE');
    await click(screen.getByRole('link', { name: 'Catalog' }));
    expect(await screen.findByRole('heading', { name: 'All things' })).toBeVisible();
    await click(screen.getByRole('link', { name: 'Radar' }));
    await click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Radar of Test portal' })).toHaveFocus();
    expect(loaded).toEqual([`${name}/plugin`, 'catalog__00000000/plugin', `${name}~1/plugin`]);
  });

  test('that throws while it renders is shown anew by the retry, without loading it again', async () => {
    let broken = true;
    const Page = () => {
      if (broken) throw new Error('boom');
      return <h1>Well again</h1>;
    };
    const { loaded } = await renderShell({ ...onRadar, behaviours: { [name]: { module: aPlugin(Page) } } });
    expect(await screen.findByRole('alert')).toHaveTextContent(/boom.*LOADER_RENDER_FAILED/);
    broken = false;
    await click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Well again' })).toBeVisible();
    expect(loaded).toHaveLength(1);
  });

  test('of a refused plugin says what the registry found, and nothing is loaded', async () => {
    const reason = { code: 'REGISTRY_SHARED_MISMATCH', message: 'It wants React 18.', fix: 'Build it with React 19.' };
    const { loaded } = await renderShell({ path: '/radar', remotes: [aRemote({ status: 'refused', reason })] });
    expect(screen.getByRole('alert')).toHaveTextContent(/It wants React 18.*Build it with React 19.*REGISTRY_SHARED_MISMATCH/);
    expect(loaded).toEqual([]);
  });

  test('of the last good version says that it stands in', async () => {
    const fallback = { version: '0.9.0', entry: { url: '/remotes/radar/0.9.0/remoteEntry.js', type: 'script', global: 'old', integrity: digest } } as const;
    await renderShell({ path: '/radar', remotes: [aRemote({ fallback })], behaviours: { old: { module: aPlugin(RadarRoutes) } } });
    expect(await screen.findByRole('heading', { name: 'Radar of Test portal' })).toBeVisible();
    expect(screen.getByText(/Version 1.0.0 of Radar could not be loaded/)).toHaveTextContent('version 0.9.0, the last good one');
  });

  test('keeps its version and its state while it is open; the next visit gets the new one', async () => {
    const Counter = () => {
      const [count, setCount] = useState(0);
      return (
        <>
          <h1>Old</h1>
          <button onClick={() => setCount(count + 1)}>{count} times</button>
          <Link to="/catalog">Away</Link>
        </>
      );
    };
    const entry = { url: '/remotes/radar/2.0.0/remoteEntry.js', type: 'script', global: 'new', integrity: digest } as const;
    const { portal } = await renderShell({
      ...onRadar,
      behaviours: { [name]: { module: aPlugin(Counter) }, new: { module: aPlugin(() => <h1>New</h1>) }, catalog__00000000: { module: { default: () => <h1>All things</h1> } } },
    });
    await click(await screen.findByRole('button', { name: '0 times' }));
    act(() => portal.become(readyWith([aRemote({ version: '2.0.0', entry }), ...onRadar.remotes.slice(1)], 2)));
    expect(screen.getByRole('button', { name: '1 times' })).toBeVisible();
    await click(screen.getByRole('link', { name: 'Away' }));
    await screen.findByRole('heading', { name: 'All things' });
    await click(screen.getByRole('link', { name: 'Radar' }));
    expect(await screen.findByRole('heading', { name: 'New' })).toBeVisible();
  });

  test('goes at once, with a note, when its plugin is taken away', async () => {
    const { portal } = await renderShell({ ...onRadar, behaviours: { [name]: { module: aPlugin(RadarRoutes) } } });
    await screen.findByRole('heading', { name: 'Radar of Test portal' });
    act(() => portal.become(readyWith(onRadar.remotes.slice(1), 2)));
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeVisible();
    expect(screen.getByText('Radar is no longer available.')).toBeVisible();
  });
});

describe('extensions of other remotes', () => {
  const extensions = [{ id: 'card:one', point: 'radar.card/v1', config: { title: 'One' } }];
  const other = aRemote({ id: 'catalog', title: 'Catalog', extensions });
  const Page = () => useExtensions(point).map(({ id, Component }) => <Component key={id} />);
  const module = aPlugin(Page);

  function withCard(loader: () => Promise<{ default: () => React.ReactNode }>) {
    const card = { default: createPlugin({ id: 'catalog', title: 'Catalog', extensions: [createExtension({ point, id: 'card:one', config: {}, loader })] }) };
    return renderShell({ path: '/radar', remotes: [aRemote(), other], behaviours: { [name]: { module }, catalog__00000000: { module: card } } });
  }

  test('are loaded when they are shown', async () => {
    const { loaded } = await withCard(async () => ({ default: () => <p>A card</p> }));
    expect(await screen.findByText('A card')).toBeVisible();
    expect(loaded).toEqual([`${name}/plugin`, 'catalog__00000000/plugin']);
  });

  test('fail in their own place and heal by a retry', async () => {
    let broken = true;
    await withCard(async () => {
      if (broken) throw new Error('no such chunk');
      return { default: () => <p>A card</p> };
    });
    const failure = await screen.findByRole('alert');
    expect(failure).toHaveTextContent('Catalog could not be shown here');
    expect(failure).toHaveTextContent('no such chunk');
    broken = false;
    await click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByText('A card')).toBeVisible());
  });
});
