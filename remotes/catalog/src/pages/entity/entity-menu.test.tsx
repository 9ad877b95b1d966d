import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { catalogErrors, createError } from '@portico/errors';
import type { CatalogApi } from '@portico/plugin-catalog-react';
import { createFakeCatalogApi } from '@portico/plugin-catalog-react/testing';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { entity } from '../../testing/entities.ts';
import { renderCatalog } from '../../testing/render-catalog.tsx';

const cart = entity('Component', 'cart', {
  metadata: {
    annotations: {
      'backstage.io/view-url': 'https://git.example.com/cart',
      'backstage.io/edit-url': 'javascript:alert(1)',
      'backstage.io/managed-by-location': 'file:/catalog/cart.yaml',
      'backstage.io/managed-by-origin-location': 'file:/catalog/all.yaml',
    },
  },
});

async function openMenu(changed: Partial<CatalogApi> = {}) {
  const user = userEvent.setup();
  const rendered = renderCatalog('/catalog/default/component/cart', { catalog: { ...createFakeCatalogApi([cart]), ...changed } });
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await screen.findByRole('menu');
  return { user, ...rendered };
}

const choose = (name: RegExp) => screen.getByRole('menuitem', { name });

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the menu of an entity', () => {
  test('copies the reference and says so', async () => {
    const { user, portal } = await openMenu();
    await user.click(choose(/^Copy reference/));
    expect(await navigator.clipboard.readText()).toBe('component:default/cart');
    expect(portal.notifications.posted).toEqual([
      { severity: 'success', message: 'Reference copied', description: 'component:default/cart' },
    ]);
  });

  test('shows what could not be copied', async () => {
    const { user, portal } = await openMenu();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
    await user.click(choose(/^Copy reference/));
    await waitFor(() => expect(portal.notifications.posted).toMatchObject([{ severity: 'warning', description: 'component:default/cart' }]));
  });

  test('opens the source in a tab that can not reach back, and no address that could run code', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue(null);
    const { user } = await openMenu();
    expect(screen.queryByRole('menuitem', { name: 'Edit' })).toBeNull();
    await user.click(choose(/^View source/));
    expect(opened).toHaveBeenCalledWith('https://git.example.com/cart', '_blank', 'noopener,noreferrer');
  });

  test('has the file read again and then shows the new state', async () => {
    let description = 'Old';
    const { user, portal } = await openMenu({
      getEntitiesByRefs: async () => ({ items: [{ ...cart, metadata: { ...cart.metadata, description } }] }),
      refreshEntity: async () => void (description = 'New'),
    });
    expect(await screen.findByText('Old')).toBeVisible();
    await user.click(choose(/^Refresh/));
    expect(await screen.findByText('New')).toBeVisible();
    expect(portal.notifications.posted).toMatchObject([{ severity: 'success' }]);
  });

  test('says why a file could not be read again', async () => {
    const { user, portal } = await openMenu({
      refreshEntity: async () => {
        throw createError(catalogErrors.ENTITY_NOT_FOUND, { ref: 'component:default/cart' });
      },
    });
    await user.click(choose(/^Refresh/));
    await waitFor(() => expect(portal.notifications.posted).toMatchObject([{ severity: 'error' }]));
  });

  test('tells where an entity has to be taken out that the configuration names', async () => {
    const { user } = await openMenu();
    await user.click(choose(/^Unregister/));
    const dialog = await screen.findByRole('dialog', { name: 'Unregister cart?' });
    expect(dialog).toHaveTextContent('It is read from file:/catalog/cart.yaml, which file:/catalog/all.yaml leads to.');
    await user.click(screen.getByRole('button', { name: 'Copy location' }));
    expect(await navigator.clipboard.readText()).toBe('file:/catalog/cart.yaml');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
