import { describe, expect, test } from '@jest/globals';
import { catalogErrors, createError } from '@portico/errors';
import type { CatalogApi } from '@portico/plugin-catalog-react';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import catalog from '../../plugin.tsx';
import { entity, shopEntities } from '../../testing/entities.ts';
import { renderCatalog } from '../../testing/render-catalog.tsx';

const names = async () => (await screen.findAllByRole('rowheader')).map(cell => cell.textContent);
const loaded = () => screen.findByRole('table', { name: 'Entities' });

async function choose(filter: string, option: RegExp): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: new RegExp(`^${filter} `) }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('the catalog page', () => {
  test('lists the components with owner, type, lifecycle, description and tags', async () => {
    renderCatalog('/catalog');
    await loaded();
    expect(await names()).toEqual(['cart', 'web.shopOur Shop']);
    const row = within(screen.getAllByRole('row')[2] as HTMLElement);
    expect(row.getByRole('link', { name: 'web.shop' })).toHaveAttribute('href', '/catalog/default/component/web.shop');
    expect(row.getByRole('link', { name: 'team-web' })).toHaveAttribute('href', '/catalog/default/group/team-web');
    expect(row.getAllByRole('cell').map(cell => cell.textContent)).toEqual([
      'shop',
      'team-web',
      'website',
      'production',
      'Sells things',
      'reacttypescript+2',
    ]);
    expect(screen.getByText('2 entities')).toBeVisible();
  });

  test('shows another kind, with the counts of all kinds, and keeps it in the address', async () => {
    const { location } = renderCatalog('/catalog');
    await loaded();
    const select = screen.getByRole('combobox', { name: 'Kind' });
    await screen.findByRole('option', { name: 'Resource (24)' });
    await userEvent.selectOptions(select, 'api');
    await waitFor(async () => expect(await names()).toEqual(['orders']));
    expect(location()).toBe('/catalog?kind=api');
  });

  test('searches as one types and keeps the text in the address', async () => {
    const { location } = renderCatalog('/catalog');
    await loaded();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search entities' }), 'sells');
    await waitFor(async () => expect(await names()).toEqual(['web.shopOur Shop']));
    expect(location()).toBe('/catalog?text=sells');
    expect(screen.getByText('1 entity')).toBeVisible();
  });

  test('does not come back to the list when a link is followed right after typing', async () => {
    const { location } = renderCatalog('/catalog');
    await loaded();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search entities' }), 'ca');
    await userEvent.click(screen.getByRole('link', { name: 'cart' }));
    // The place held for the page has the same heading.
    await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'cart' })).toBeVisible());
    expect(location()).toBe('/catalog/default/component/cart');
  });

  test('says when nothing matches and takes the filters away on demand', async () => {
    const { location } = renderCatalog('/catalog?text=nothing-like-this');
    expect(await screen.findByText('No entity matches')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    await loaded();
    expect(location()).toBe('/catalog?kind=all');
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(screen.getByRole('columnheader', { name: 'Kind' })).toBeVisible();
  });

  test('sorts by a column and back, in the address too', async () => {
    const { location } = renderCatalog('/catalog');
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(async () => expect(await names()).toEqual(['web.shopOur Shop', 'cart']));
    expect(location()).toBe('/catalog?sort=-name');
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('says how many rows there are, also of those not yet fetched', async () => {
    const many = Array.from({ length: 70 }, (_, index) => entity('Resource', `queue-${String(index + 1).padStart(2, '0')}`));
    renderCatalog('/catalog?kind=resource', { catalog: createFakeCatalogApi(many) });
    await loaded();
    expect(screen.getByText('70 entities')).toBeVisible();
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '71');
  });

  test('fetches the next page when the end of the rows comes near', async () => {
    const many = Array.from({ length: 70 }, (_, index) => entity('Resource', `queue-${String(index + 1).padStart(2, '0')}`));
    renderCatalog('/catalog?kind=resource', { catalog: createFakeCatalogApi(many) });
    await loaded();
    expect(screen.queryByRole('link', { name: 'queue-70' })).toBeNull();
    const height = window.innerHeight;
    window.innerHeight = 70 * 60;
    fireEvent.scroll(document);
    expect(await screen.findByRole('link', { name: 'queue-70' })).toBeVisible();
    expect(await names()).toEqual(many.map(({ metadata }) => metadata.name));
    window.innerHeight = height;
  });

  test('filters by type and owner with counts, in the address, until the filters are taken away', async () => {
    const { location } = renderCatalog('/catalog');
    await loaded();
    await choose('Type', /^website\s*1$/);
    await waitFor(async () => expect(await names()).toEqual(['web.shopOur Shop']));
    expect(location()).toBe('/catalog?type=website');
    expect(screen.queryByRole('columnheader', { name: 'Type' })).toBeNull();
    await choose('Owner', /^team-web\s*1$/);
    expect(location()).toBe('/catalog?type=website&owner=group%3Adefault%2Fteam-web');
    await choose('Type', /^website/);
    expect(location()).toBe('/catalog?owner=group%3Adefault%2Fteam-web');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(location()).toBe('/catalog');
  });

  test('offers the filters that entities of the kind have, and any that the address has', async () => {
    const offered = () => ['Type', 'Owner', 'Lifecycle', 'Tag'].filter(name => screen.queryByRole('button', { name: new RegExp(`^${name} `) }));
    renderCatalog('/catalog?kind=group');
    await screen.findByRole('table');
    expect(offered()).toEqual(['Type', 'Tag']);
    cleanup();
    renderCatalog('/catalog?kind=user&lifecycle=production');
    await screen.findByText('No entity matches');
    expect(offered()).toEqual(['Lifecycle', 'Tag']);
  });

  test('shows several values of a filter at once, and counts what meets the other filters', async () => {
    const { location } = renderCatalog('/catalog?kind=all&type=website');
    await loaded();
    // Its own values are all there to be added, with counts.
    await choose('Type', /^queue\s*24$/);
    expect(location()).toBe('/catalog?kind=all&type=website&type=queue');
    expect(await screen.findByText('25 entities')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /^Lifecycle / }));
    const lifecycles = (await screen.findAllByRole('option')).map(option => option.textContent);
    expect(lifecycles).toEqual(['production1']);
  });

  test('shows what the user owns first, says so, and keeps another choice in the address', async () => {
    const catalog = createFakeCatalogApi([
      ...shopEntities,
      entity('Component', 'mine', { relations: [{ type: 'ownedBy', targetRef: 'user:default/guest' }] }),
    ]);
    const { location } = renderCatalog('/catalog', { catalog });
    await loaded();
    expect(await names()).toEqual(['mine']);
    expect(screen.getByText('1 entity')).toHaveTextContent('1 entity that you own');
    expect(screen.getByRole('button', { name: 'Owned 1', pressed: true })).toBeVisible();
    expect(location()).toBe('/catalog');
    await userEvent.click(screen.getByRole('button', { name: 'All 3' }));
    await waitFor(async () => expect(await names()).toHaveLength(3));
    expect(location()).toBe('/catalog?list=all');
    await userEvent.click(screen.getByRole('button', { name: 'Owned 1' }));
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search entities' }), 'cart');
    await waitFor(async () => expect(await names()).toEqual(['cart']));
    expect(location()).toBe('/catalog?text=cart');
  });

  test('shows the columns that the user wants, by kind, also when they come back', async () => {
    const first = renderCatalog('/catalog');
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Description' }));
    expect(screen.queryByRole('columnheader', { name: 'Description' })).toBeNull();
    expect(first.portal.storage.forPlugin('catalog').get('columns.component')).not.toContain('description');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'api');
    expect(await screen.findByRole('columnheader', { name: 'Description' })).toBeVisible();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'component');
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Description' })).toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Description' }));
    expect(await screen.findByRole('columnheader', { name: 'Description' })).toBeVisible();
    expect(first.portal.storage.forPlugin('catalog').get('columns.component')).toBeUndefined();
  });

  test('shows what is starred and what is owned, with counts', async () => {
    window.localStorage.setItem('portico/user%3Adefault%2Fguest/catalog/starred', '["component:default/cart","api:default/orders"]');
    const { location } = renderCatalog('/catalog');
    await loaded();
    await userEvent.click(screen.getByRole('button', { name: 'Starred 1' }));
    await waitFor(async () => expect(await names()).toEqual(['cart']));
    expect(location()).toBe('/catalog?list=starred');
    await userEvent.click(screen.getByRole('button', { name: 'Owned 0' }));
    expect(await screen.findByText('Neither you nor your groups own anything like this.')).toBeVisible();
    window.localStorage.clear();
  });

  test('shows rows from a link with everything in it', async () => {
    renderCatalog('/catalog?kind=all&text=shop&sort=-type');
    await loaded();
    expect(screen.getByRole('searchbox')).toHaveValue('shop');
    expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveValue('all');
    expect(screen.getByRole('columnheader', { name: 'Type' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('shows where rows will be until they are there', async () => {
    renderCatalog('/catalog');
    const waiting = await screen.findByRole('table', { name: 'Entities are loading' });
    expect(waiting.closest('[aria-busy="true"]')).toBeVisible();
    await loaded();
  });

  test('says why the catalog can not be read and reads again on demand', async () => {
    let broken = true;
    const working = createFakeCatalogApi(shopEntities);
    const flaky: CatalogApi = {
      ...working,
      queryEntities: async request => {
        if (broken) throw createError(catalogErrors.REF_INVALID, { ref: '???' });
        return working.queryEntities(request);
      },
    };
    renderCatalog('/catalog', { catalog: flaky });
    expect(await screen.findByRole('alert')).toHaveTextContent(catalogErrors.REF_INVALID.code);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await loaded();
    expect(await names()).toHaveLength(2);
  });

  test('says when the catalog is empty', async () => {
    renderCatalog('/catalog?kind=all', { catalog: createFakeCatalogApi([]) });
    expect(await screen.findByText('The catalog is empty')).toBeVisible();
  });

  test('helps out of an address that names no entity', async () => {
    renderCatalog('/catalog/default');
    expect(await screen.findByRole('heading', { level: 1, name: 'No such page' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Look through the catalog' })).toHaveAttribute('href', '/catalog');
  });
});

describe('the catalog plugin', () => {
  test('provides the catalog API and can be linked to', () => {
    expect(catalog.describe()).toMatchObject({ id: 'catalog', provides: ['catalog.client', 'catalog.recent', 'catalog.starred'] });
  });
});
