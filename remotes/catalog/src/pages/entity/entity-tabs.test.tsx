import { beforeEach, describe, expect, test } from '@jest/globals';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { entity } from '../../testing/entities.ts';
import { renderCatalog } from '../../testing/render-catalog.tsx';

beforeEach(() => window.localStorage.clear());

const definition = 'openapi: 3.1.0\npaths:\n  /orders:\n    get: { summary: Lists orders }\n';

const ring = [
  entity('System', 'shop', {
    relations: [
      { type: 'hasPart', targetRef: 'component:default/cart' },
      { type: 'hasPart', targetRef: 'api:default/orders' },
      { type: 'partOf', targetRef: 'domain:default/nowhere' },
    ],
  }),
  entity('Component', 'cart', {
    metadata: { description: 'Holds what is bought' },
    spec: { type: 'service' },
    relations: [
      { type: 'partOf', targetRef: 'system:default/shop' },
      { type: 'ownedBy', targetRef: 'group:default/team-web' },
    ],
  }),
  entity('API', 'orders', { spec: { type: 'openapi', definition }, relations: [{ type: 'partOf', targetRef: 'system:default/shop' }] }),
  entity('Group', 'team-web', {
    relations: [
      { type: 'hasMember', targetRef: 'user:default/ann' },
      { type: 'ownerOf', targetRef: 'component:default/cart' },
    ],
  }),
  entity('User', 'ann', { spec: { profile: { displayName: 'Ann Lee', email: 'ann@example.com' } } }),
];

const open = (address: string) => renderCatalog(address, { catalog: createFakeCatalogApi(ring) });

describe('the tabs of an entity', () => {
  test('show the operations and the text of an OpenAPI definition', async () => {
    open('/catalog/default/api/orders/definition');
    const operations = within(await screen.findByRole('table', { name: 'Operations' }));
    expect(operations.getAllByRole('row')[1]).toHaveTextContent('GET /ordersLists orders');
    expect(screen.getByRole('region', { name: 'Definition' })).toHaveTextContent('openapi: 3.1.0');
  });

  test('show the entity as YAML, from the menu too', async () => {
    const { location } = open('/catalog/default/component/cart');
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'View raw YAML' }));
    expect(await screen.findByRole('region', { name: 'YAML' })).toHaveTextContent('targetRef: system:default/shop');
    expect(location()).toBe('/catalog/default/component/cart/yaml');
  });

  test('draw the relations, with missing ones as no link, deeper on demand', async () => {
    open('/catalog/default/system/shop/relations');
    const graph = within(await screen.findByRole('region', { name: 'Graph of relations' }));
    expect(graph.getAllByRole('listitem')).toHaveLength(4);
    expect(graph.getByRole('link', { name: /cart/ })).toHaveAttribute('href', '/catalog/default/component/cart');
    expect(graph.queryByRole('link', { name: /nowhere/ })).toBeNull();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Depth' }), '3');
    const deeper = () => within(screen.getByRole('region', { name: 'Graph of relations' }));
    await waitFor(() => expect(deeper().getByRole('link', { name: /Ann Lee/ })).toBeVisible());
  });
});

describe('the overview by kind', () => {
  test('of a group shows members and what it owns, with links to the list', async () => {
    open('/catalog/default/group/team-web');
    const members = within(await screen.findByRole('region', { name: 'Members' }));
    expect(await members.findByRole('link', { name: 'Ann Lee' })).toHaveAttribute('href', '/catalog/default/user/ann');
    const owned = within(screen.getByRole('region', { name: 'Ownership' }));
    const href = `/catalog?kind=component&owner=${encodeURIComponent('group:default/team-web')}`;
    expect(await owned.findByRole('link', { name: '1 Component' })).toHaveAttribute('href', href);
  });

  test('of a system shows its parts by kind, and says what is missing', async () => {
    open('/catalog/default/system/shop');
    const components = within(await screen.findByRole('table', { name: 'Components' }));
    expect(components.getByRole('link', { name: 'cart' })).toBeVisible();
    expect(screen.getByRole('table', { name: 'APIs' })).toBeVisible();
    expect(screen.getByRole('note')).toHaveTextContent('domain:default/nowhere');
  });

  test('says that an entity is an orphan or that its file is faulty', async () => {
    const status = { items: [{ level: 'error', message: 'spec.owner: expected a string' }] };
    const orphan = entity('Component', 'lost', { metadata: { annotations: { 'backstage.io/orphan': 'true' } } });
    renderCatalog('/catalog/default/component/lost', { catalog: createFakeCatalogApi([{ ...orphan, status } as typeof orphan]) });
    const notes = await screen.findAllByRole('note');
    expect(notes.map(note => note.textContent)).toEqual([
      expect.stringContaining('Orphan'),
      expect.stringContaining('spec.owner: expected a string'),
    ]);
  });
});

describe('the header of an entity', () => {
  test('keeps a star, and the entity among the recent ones', async () => {
    const first = open('/catalog/default/component/cart');
    const star = await screen.findByRole('button', { name: 'Star cart' });
    await userEvent.click(star);
    expect(star).toHaveAttribute('aria-pressed', 'true');
    first.unmount();
    open('/catalog/default/component/cart');
    expect(await screen.findByRole('button', { name: 'Star cart', pressed: true })).toBeVisible();
    expect(window.localStorage.getItem('portico/user%3Adefault%2Fguest/catalog/recent')).toContain('component:default/cart');
  });
});
