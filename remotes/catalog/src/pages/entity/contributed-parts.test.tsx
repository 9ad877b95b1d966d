import { describe, expect, jest, test } from '@jest/globals';
import { createCardExtension, createExtension, createPlugin, createTabExtension } from '@portico/plugin-api';
import {
  entityCardPoint,
  entityContextMenuItemPoint,
  entityHeaderLinkPoint,
  entityTabPoint,
  useEntity,
} from '@portico/plugin-catalog-react';
import type { EntityContextMenuItemProps } from '@portico/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderCatalog } from '../../testing/render-catalog.tsx';

function Named({ what }: { readonly what: string }) {
  return (
    <span>
      {what} of {useEntity().entity.metadata.name}
    </span>
  );
}

function Audit({ onDone }: EntityContextMenuItemProps) {
  return (
    <button type="button" onClick={onDone}>
      Really audit {useEntity().entity.metadata.name}
    </button>
  );
}

const components = { kind: 'Component' };
const auditLoader = jest.fn(async () => Audit);

const guest = createPlugin({
  id: 'guest',
  title: 'Guest',
  extensions: [
    createTabExtension({
      point: entityTabPoint,
      id: 'tab:builds',
      path: '/builds',
      title: 'Builds',
      if: components,
      loader: async () => () => <Named what="Builds" />,
    }),
    createCardExtension({
      point: entityCardPoint,
      id: 'card:scores',
      title: 'Scores',
      if: components,
      loader: async () => () => <Named what="Scores" />,
    }),
    createCardExtension({
      point: entityCardPoint,
      id: 'card:broken',
      title: 'Broken',
      if: components,
      loader: async () => {
        throw new Error('no such chunk');
      },
    }),
    createExtension({
      point: entityHeaderLinkPoint,
      id: 'link:runbook',
      if: components,
      config: { title: 'Runbook' },
      loader: async () => () => <Named what="Runbook" />,
    }),
    createExtension({
      point: entityContextMenuItemPoint,
      id: 'item:audit',
      if: components,
      config: { title: 'Audit now' },
      loader: auditLoader,
    }),
  ],
});

describe('what another remote adds to the page of an entity', () => {
  test('is a tab, a card, a link in the header and an item of the menu, each about the entity', async () => {
    renderCatalog('/catalog/default/component/cart', { plugins: [guest] });
    expect(await screen.findByText('Runbook of cart')).toBeVisible();
    expect(await within(screen.getByRole('region', { name: 'Scores' })).findByText('Scores of cart')).toBeVisible();
    const more = screen.getByRole('button', { name: 'More actions' });
    await userEvent.click(more);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Audit now' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Really audit cart' }));
    expect(screen.queryByRole('button', { name: 'Really audit cart' })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Builds' }));
    expect(await screen.findByText('Builds of cart')).toBeVisible();
  });

  test('is not there for entities that it is not about', async () => {
    renderCatalog('/catalog/default/api/orders', { plugins: [guest] });
    expect(await screen.findByText('No description.')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Scores' })).toBeNull();
    expect(screen.queryByText('Runbook of orders')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'More actions' }));
    expect(await screen.findByRole('menuitem', { name: /^Refresh/ })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Audit now' })).toBeNull();
  });

  test('fails alone: the rest of the page stays', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    renderCatalog('/catalog/default/component/cart', { plugins: [guest] });
    expect(await within(await screen.findByRole('region', { name: 'Broken' })).findByRole('alert')).toBeVisible();
    expect(await screen.findByText('Scores of cart')).toBeVisible();
    expect(screen.getByRole('region', { name: 'About' })).toBeVisible();
  });

  test('loads the code of a menu item only when it is chosen', async () => {
    auditLoader.mockClear();
    renderCatalog('/catalog/default/component/cart', { plugins: [guest] });
    await userEvent.click(await screen.findByRole('button', { name: 'More actions' }));
    const item = await screen.findByRole('menuitem', { name: 'Audit now' });
    expect(auditLoader).not.toHaveBeenCalled();
    await userEvent.click(item);
    await waitFor(() => expect(auditLoader).toHaveBeenCalledTimes(1));
    expect(await screen.findByRole('button', { name: 'Really audit cart' })).toBeVisible();
  });
});
