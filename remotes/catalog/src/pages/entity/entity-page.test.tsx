import { describe, expect, test } from '@jest/globals';
import { catalogErrors, createError } from '@portico/errors';
import { createCardExtension, createPlugin, createTabExtension } from '@portico/plugin-api';
import { entityCardPoint, entityTabPoint, useEntity } from '@portico/plugin-catalog-react';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { entity, shopEntities } from '../../testing/entities.ts';
import { renderCatalog } from '../../testing/render-catalog.tsx';

function Builds() {
  const { entity: subject } = useEntity();
  return <p>Builds of {subject.metadata.name}</p>;
}

const guest = createPlugin({
  id: 'guest',
  title: 'Guest',
  extensions: [
    createTabExtension({
      point: entityTabPoint,
      id: 'tab:builds',
      path: '/builds',
      title: 'Builds',
      if: { kind: 'Component' },
      loader: async () => Builds,
    }),
    createCardExtension({
      point: entityCardPoint,
      id: 'card:health',
      title: 'Health',
      size: 'wide',
      if: { kind: 'Component' },
      loader: async () => Builds,
    }),
  ],
});

const title = (name: string) => screen.findByRole('heading', { level: 1, name });

describe('the entity page', () => {
  test('opens from a cold link to a name with dots, with its facts', async () => {
    renderCatalog('/catalog/default/component/web.shop');
    const header = within((await title('Our Shop web.shop')).closest('header') as HTMLElement);
    const facts = header.getAllByRole('definition').map(fact => fact.textContent);
    expect(facts).toEqual(['Component', 'website', 'team-web', 'production']);
    expect(header.getByRole('link', { name: 'Components' })).toHaveAttribute('href', '/catalog?kind=component');
    const about = within(screen.getByRole('region', { name: 'About' }));
    expect(await about.findByText('Sells things')).toBeVisible();
    expect(about.getByRole('link', { name: 'shop' })).toHaveAttribute('href', '/catalog/default/system/shop');
  });

  test('groups relations by type, types of other plugins in words', async () => {
    renderCatalog('/catalog/default/component/web.shop');
    await title('Our Shop web.shop');
    const relations = within(screen.getByRole('region', { name: 'Relations' }));
    const types = relations.getAllByRole('term').map(term => term.textContent);
    expect(types).toEqual(['Owned by', 'Part of', 'Depends on', 'Watched over']);
    expect(relations.getByRole('link', { name: 'db' })).toHaveAttribute('href', '/catalog/default/resource/db');
  });

  test('shows links, and one that could run code as text', async () => {
    renderCatalog('/catalog/default/component/web.shop');
    await title('Our Shop web.shop');
    const links = within(screen.getByRole('region', { name: 'Links' }));
    expect(links.getAllByRole('link').map(link => link.getAttribute('href'))).toEqual(['https://shop.example.com']);
    expect(links.getByText('Evil')).toBeVisible();
  });

  test('shows the rest of many relations on demand', async () => {
    const group = entity('Resource', 'all', {
      relations: Array.from({ length: 30 }, (_, index) => ({ type: 'dependencyOf', targetRef: `component:default/u${index}` })),
    });
    renderCatalog('/catalog/default/resource/all', { catalog: createFakeCatalogApi([group]) });
    const more = await screen.findByRole('button', { name: 'Show all 30: Needed by' });
    const relations = within(screen.getByRole('region', { name: 'Relations' }));
    expect(relations.getAllByRole('listitem')).toHaveLength(8);
    await userEvent.click(more);
    expect(relations.getAllByRole('listitem')).toHaveLength(30);
  });

  test('shows cards and tabs of other plugins where their conditions hold', async () => {
    const { location } = renderCatalog('/catalog/default/component/web.shop', { plugins: [guest] });
    await title('Our Shop web.shop');
    expect(await within(screen.getByRole('region', { name: 'Health' })).findByText('Builds of web.shop')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'Builds' }));
    expect(location()).toBe('/catalog/default/component/web.shop/builds');
    expect(await screen.findByText('Builds of web.shop')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'About' })).toBeNull();
  });

  test('has tabs by kind, and those of plugins only where they belong', async () => {
    renderCatalog('/catalog/default/api/orders', { plugins: [guest] });
    await screen.findByText('No description.');
    const tabs = within(screen.getByRole('navigation', { name: 'About orders' })).getAllByRole('link');
    expect(tabs.map(tab => tab.textContent)).toEqual(['Overview', 'Definition', 'Relations', 'YAML']);
    expect(screen.queryByRole('region', { name: 'Health' })).toBeNull();
  });

  test('opens a tab from a cold link and helps out of one that does not exist', async () => {
    renderCatalog('/catalog/default/component/cart/builds/42', { plugins: [guest] });
    expect(await screen.findByText('Builds of cart')).toBeVisible();
    renderCatalog('/catalog/default/component/cart/nothing', { plugins: [guest] });
    expect(await screen.findByText('No such tab')).toBeVisible();
  });

  test('says when the catalog has no such entity and offers a search', async () => {
    renderCatalog('/catalog/default/component/ghost.v2');
    expect(await screen.findByText('Not in the catalog')).toBeVisible();
    expect(screen.getByRole('link', { name: /Search the catalog/ })).toHaveAttribute('href', '/catalog?kind=all&text=ghost.v2');
  });

  test('says why an entity can not be read and reads again on demand', async () => {
    let broken = true;
    const working = createFakeCatalogApi(shopEntities);
    renderCatalog('/catalog/default/component/cart', {
      catalog: {
        ...working,
        getEntitiesByRefs: async request => {
          if (broken) throw createError(catalogErrors.REF_INVALID, { ref: '???' });
          return working.getEntitiesByRefs(request);
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(catalogErrors.REF_INVALID.code);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'About' })).toBeVisible();
  });
});
