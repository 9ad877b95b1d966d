import { describe, expect, jest, test } from '@jest/globals';
import { createCardExtension, createPlugin } from '@portico/plugin-api';
import { catalogApiRef, recentEntitiesApiRef, starredEntitiesApiRef } from '@portico/plugin-catalog-react';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { homeCardPoint } from '@portico/plugin-home-react';
import { provideApi, renderPlugin } from '@portico/test-kit';
import { fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import home from '../../plugin.tsx';

const owned = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop' },
  relations: [{ type: 'ownedBy', targetRef: 'user:default/guest' }],
};
const remote = { id: 'radar', version: '1.0.0', title: 'Radar', navigation: [{ title: 'Radar', path: '/radar' }], status: 'refused' };
const quiet = { observe: () => () => undefined, add: () => undefined, toggle: () => undefined };
const recent = [{ entityRef: 'component:default/cart', title: 'Cart', viewedAt: '2026-03-02T10:00:00Z' }];
const till = { apiVersion: 'backstage.io/v1alpha1', kind: 'Component', metadata: { name: 'till', title: 'The Till' } };
const starred = ['component:default/gone', 'component:default/till'];

function open(options: Parameters<typeof renderPlugin>[1] = {}) {
  return renderPlugin(home, {
    answers: { '/api/registry/snapshot': { revision: 1, remotes: [remote] } },
    apis: [
      provideApi(catalogApiRef, createFakeCatalogApi([owned, till])),
      provideApi(recentEntitiesApiRef, { ...quiet, list: () => recent }),
      provideApi(starredEntitiesApiRef, { ...quiet, list: () => starred }),
    ],
    ...options,
  });
}
const card = (name: string) => screen.findByRole('region', { name });
const titles = () => screen.getAllByRole('heading', { level: 2 }).map(heading => heading.textContent);

describe('the home page', () => {
  test('shows what the user owns, saw, starred, and the plugins', async () => {
    open();
    expect(await within(await card('What I own')).findByText('shop')).toBeVisible();
    expect(await within(await card('Plugin health')).findByText('Refused')).toBeVisible();
    expect(await within(await card('Quick links')).findByRole('link', { name: 'Radar' })).toHaveAttribute('href', '/radar');
    expect(await within(await card('Recently viewed')).findByText('Cart')).toBeVisible();
    const stars = within(await card('Starred'));
    expect(await stars.findByText('The Till')).toBeVisible();
    expect(stars.getAllByRole('listitem').map(item => item.textContent)).toEqual(['The TillComponent', 'goneno longer there']);
  });

  test('shows the configured links', async () => {
    open({ config: { home: { links: [{ title: 'Wiki', url: 'https://wiki.example/' }] } } });
    expect(await within(await card('Quick links')).findByRole('link', { name: /Wiki/ })).toHaveAttribute('href', 'https://wiki.example/');
  });

  test('lets one card fail alone', async () => {
    open({ answers: {} });
    expect(await within(await card('Plugin health')).findByRole('alert')).toHaveTextContent("The plugins can't be listed");
    expect(await within(await card('What I own')).findByText('shop')).toBeVisible();
  });

  test('leads from what the user owns to the list that is narrowed to it', async () => {
    open();
    const mine = within(await card('What I own'));
    expect(await mine.findByText('1')).toBeVisible();
    expect(mine.getByRole('list', { name: 'Counts by kind' })).toHaveTextContent('1 Component');
  });

  test('moves cards by dragging their handles, also when they hang over more than one', async () => {
    const { portal } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Customize' }));
    const handle = screen.getByRole('button', { name: /^Drag Quick links/ });
    const over = jest.fn<(x: number, y: number) => Element | null>();
    Object.assign(document, { elementFromPoint: over });
    const pointAt = async (name: string) => {
      over.mockReturnValue(await card(name));
      fireEvent.pointerMove(handle);
    };
    fireEvent.pointerDown(handle, { button: 0 });
    await pointAt('Starred');
    await pointAt('What I own');
    expect(titles().slice(0, 4)).toEqual(['Quick links', 'What I own', 'Recently viewed', 'Starred']);
    expect(portal.storage.forPlugin('home').get('arrangement')).toBeUndefined();
    fireEvent.pointerUp(handle);
    expect(portal.storage.forPlugin('home').get('arrangement')).toMatchObject({ order: ['home/card:links', 'home/card:owned', 'home/card:recent', 'home/card:starred', 'home/card:plugins'] });
  });

  test('takes a drag back by Escape, and moves by the arrow keys on the handle', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Customize' }));
    const handle = screen.getByRole('button', { name: /^Drag Starred/ });
    Object.assign(document, { elementFromPoint: () => screen.getByRole('region', { name: 'What I own' }) });
    fireEvent.pointerDown(handle, { button: 0 });
    fireEvent.pointerMove(handle);
    expect(titles()[0]).toBe('Starred');
    await userEvent.keyboard('{Escape}');
    expect(titles()[0]).toBe('What I own');
    handle.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(titles().slice(0, 3)).toEqual(['What I own', 'Starred', 'Recently viewed']);
    expect(screen.getByText('Starred is card 2 of 5')).toBeInTheDocument();
    expect(handle).toHaveFocus();
  });

  test('lets a card of another plugin fail alone', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const guest = createPlugin({
      id: 'guest',
      title: 'Guest',
      extensions: [
        createCardExtension({
          point: homeCardPoint,
          id: 'card:broken',
          title: 'Broken',
          loader: async () => () => {
            throw new Error('no data');
          },
        }),
        createCardExtension({ point: homeCardPoint, id: 'card:fine', title: 'Fine', loader: async () => () => <p>All is well</p> }),
      ],
    });
    open({ plugins: [guest] });
    expect(await within(await card('Broken')).findByRole('alert')).toBeVisible();
    expect(await within(await card('Fine')).findByText('All is well')).toBeVisible();
    expect(await within(await card('Starred')).findByText('The Till')).toBeVisible();
  });

  test('moves and hides cards by keyboard, remembers it, and takes it back', async () => {
    const { portal } = open();
    await userEvent.click(await screen.findByRole('button', { name: 'Customize' }));
    const up = screen.getByRole('button', { name: 'Move Starred up' });
    up.focus();
    await userEvent.keyboard('{Enter}');
    expect(titles().slice(0, 3)).toEqual(['What I own', 'Starred', 'Recently viewed']);
    expect(up).toHaveFocus();
    await userEvent.click(screen.getByRole('button', { name: 'Hide Plugin health' }));
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(titles()).not.toContain('Plugin health');
    expect(portal.storage.forPlugin('home').get('arrangement')).toMatchObject({ hidden: ['home/card:plugins'] });
    await userEvent.click(screen.getByRole('button', { name: 'Customize' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(titles()).toEqual(['What I own', 'Recently viewed', 'Starred', 'Quick links', 'Plugin health']);
  });
});
