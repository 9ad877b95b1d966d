import { describe, expect, jest, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Link, Route, Routes, useParams } from 'react-router';
import {
  configApiRef,
  createApiFactory,
  createApiRef,
  createCardExtension,
  createExtensionPoint,
  createExternalRouteRef,
  createPageExtension,
  createPlugin,
  createRouteRef,
  createSubRouteRef,
  fetchApiRef,
  notificationApiRef,
  readJson,
  storageApiRef,
  useApi,
  useExtensions,
  useRouteRef,
} from '@portico/plugin-api';
import type { ApiHolder, CardConfig } from '@portico/plugin-api';
import { createFakePortal, provideApi, renderInPortal, renderPlugin } from '../index.ts';

const greetingApiRef = createApiRef<{ greet(): string }>({ id: 'shop.greeting' });
const cardPoint = createExtensionPoint<object, CardConfig>({ id: 'shop.card/v1' });
const rootRef = createRouteRef();
const itemRef = createSubRouteRef({ parent: rootRef, path: '/item/:name' });
const itemElsewhere = createExternalRouteRef({ params: ['name'], defaultTarget: 'shop.item', optional: true });

function ShopPage(): ReactElement {
  const item = useRouteRef(itemRef);
  const cards = useExtensions(cardPoint, { kind: 'Shop' });
  return (
    <Routes>
      <Route path="/" element={<Link to={item({ name: 'a.b/c d' })}>Open</Link>} />
      <Route path="/item/:name" element={<Item />} />
      <Route path="/cards" element={cards.map(({ id, config, Component }) => <section key={id} aria-label={config.title}><Component /></section>)} />
    </Routes>
  );
}

function Item(): ReactElement {
  return <h1>{useParams().name}</h1>;
}

const shop = createPlugin({
  id: 'shop',
  title: 'Shop',
  routes: { root: rootRef, item: itemRef },
  extensions: [createPageExtension({ path: '/shop', title: 'Shop', routeRef: rootRef, loader: async () => ShopPage })],
  apis: [createApiFactory({ api: greetingApiRef, factory: () => ({ greet: () => 'hello from shop' }) })],
  provides: [greetingApiRef],
});

function Greeting(): ReactElement {
  const path = useRouteRef(itemElsewhere);
  return (
    <p>
      {useApi(greetingApiRef).greet()} {path?.({ name: 'x' })}
    </p>
  );
}

let attempts = 0;
const guest = createPlugin({
  id: 'guest-plugin',
  title: 'Guest',
  extensions: [
    createCardExtension({ point: cardPoint, id: 'card:greeting', title: 'Greeting', order: 2, loader: async () => Greeting }),
    createCardExtension({
      point: cardPoint,
      id: 'card:flaky',
      title: 'Flaky',
      order: 1,
      loader: async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('the network is down');
        return () => <p>here at last</p>;
      },
    }),
    createCardExtension({ point: cardPoint, id: 'card:never', title: 'Never', if: { kind: 'Bank' }, loader: async () => Greeting }),
  ],
});

describe('renderPlugin', () => {
  test('shows the page of a plugin on its route and follows links that hold dots and slashes', async () => {
    const { location } = renderPlugin(shop, { route: '/shop' });
    await userEvent.click(await screen.findByRole('link', { name: 'Open' }));
    expect(screen.getByRole('heading')).toHaveTextContent('a.b/c d');
    expect(location()).toBe('/shop/item/a.b%2Fc%20d');
  });

  test('shows the extensions of other plugins in order, with the APIs and links of their own plugin', async () => {
    attempts = 1;
    renderPlugin(shop, { route: '/shop/cards', plugins: [guest] });
    expect(await screen.findByText('hello from shop /shop/item/x')).toBeVisible();
    expect(screen.getAllByRole('region').map(region => region.getAttribute('aria-label'))).toEqual(['Flaky', 'Greeting']);
  });

  test('keeps a failing extension in its place, and loads it by retry', async () => {
    attempts = 0;
    const log = jest.spyOn(console, 'error').mockImplementation(() => {});
    const { portal } = renderPlugin(shop, { route: '/shop/cards', plugins: [guest] });
    expect(await screen.findByRole('alert')).toHaveTextContent('guest-plugin failed: the network is down');
    expect(await screen.findByText(/hello from shop/)).toBeVisible();
    expect(portal.extensions.failures).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('here at last')).toBeVisible();
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
  });

  test('says so where the plugin has no page', () => {
    renderPlugin(shop, { route: '/bank' });
    expect(screen.getByText('No page here')).toBeVisible();
  });
});

describe('renderInPortal', () => {
  test('follows what the registry offers', () => {
    function Where(): ReactElement {
      return <p>{useRouteRef(itemElsewhere)?.({ name: 'x' }) ?? 'nowhere'}</p>;
    }
    const { portal } = renderInPortal(<Where />);
    expect(screen.getByText('nowhere')).toBeVisible();
    const routes = [{ path: '/market', extension: 'page:shop', refs: { item: '/:name' } }];
    act(() => portal.routes.replace({ remotes: [{ id: 'shop', routes }], bindings: {} }));
    expect(screen.getByText('/market/x')).toBeVisible();
  });

  test('mounts the element below a path and as code of a plugin', () => {
    function Configured(): ReactElement {
      return <p>{`${useParams().name}: ${useApi(configApiRef).getString('techRadar.url')}`}</p>;
    }
    renderInPortal(<Configured />, {
      route: '/x/languages',
      path: '/x/:name',
      plugin: { pluginId: 'tech-radar' },
      config: { techRadar: { url: '/radar.json' } },
    });
    expect(screen.getByText('languages: /radar.json')).toBeVisible();
  });

  test('takes other implementations of the portal’s own APIs', () => {
    function Title(): ReactElement {
      return <p>{useApi(greetingApiRef).greet()}</p>;
    }
    renderInPortal(<Title />, { apis: [provideApi(greetingApiRef, { greet: () => 'a fake' })] });
    expect(screen.getByText('a fake')).toBeVisible();
  });
});

describe('the fakes', () => {
  const ask = <T,>(holder: ApiHolder, ref: Parameters<typeof holder.get<T>>[0], pluginId = 'shop'): T =>
    holder.get(ref, { pluginId, version: '1.0.0' }) as T;

  test('answer requests from a table, and say what is missing', async () => {
    const { holder, fetch } = createFakePortal({ answers: { '/api/shop/items': [{ id: 1 }] } });
    const api = ask(holder, fetchApiRef);
    expect(await readJson(await api.fetch('plugin://shop/items?limit=1'))).toEqual([{ id: 1 }]);
    await expect(api.fetch('plugin://shop/else', { method: 'POST' }).then(readJson)).rejects.toThrow(
      'Expected a fake answer for POST /api/shop/else, known are: GET /api/shop/items',
    );
    expect(fetch.requests.map(request => request.url)).toEqual([
      'http://portal.test/api/shop/items?limit=1',
      'http://portal.test/api/shop/else',
    ]);
  });

  test('keep a plugin from the configuration of another', () => {
    const { holder } = createFakePortal({ config: { app: { title: 'Test' }, bank: { key: 'x' } } });
    expect(ask(holder, configApiRef).getString('app.title')).toBe('Test');
    expect(() => ask(holder, configApiRef).has('bank.key')).toThrow('Expected plugin shop to read only shop, app, organization, got bank.key');
  });

  test('keep values by plugin and tell who observes them', () => {
    const { holder, storage } = createFakePortal();
    const seen: unknown[] = [];
    const stop = ask(holder, storageApiRef).observe('sort', value => seen.push(value));
    ask(holder, storageApiRef).set('sort', { by: 'name' });
    ask(holder, storageApiRef, 'bank').set('sort', 'other');
    ask(holder, storageApiRef).remove('sort');
    stop();
    ask(holder, storageApiRef).set('sort', 1);
    expect(seen).toEqual([{ by: 'name' }, undefined]);
    expect([...storage.kept]).toEqual([
      ['portico/user%3Adefault%2Fguest/bank/sort', '"other"'],
      ['portico/user%3Adefault%2Fguest/shop/sort', '1'],
    ]);
  });

  test('keep what was posted', () => {
    const { holder, notifications } = createFakePortal();
    ask(holder, notificationApiRef).post({ message: 'Saved', severity: 'success' });
    expect(notifications.posted).toEqual([{ message: 'Saved', severity: 'success' }]);
  });
});
