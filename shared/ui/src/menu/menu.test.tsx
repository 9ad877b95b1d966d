import { describe, expect, jest, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter, useLocation } from 'react-router';
import { Menu } from './menu.tsx';
import type { MenuProps } from './menu.tsx';

function Place() {
  return <output>{useLocation().pathname}</output>;
}

function show(items: MenuProps['items']) {
  render(
    <MemoryRouter>
      <Menu label="Actions" items={items} />
      <Place />
    </MemoryRouter>,
  );
}

describe('Menu', () => {
  test('is opened and walked by the arrow keys, and gives the focus back after a choice', async () => {
    const copy = jest.fn();
    show([{ id: 'refresh', label: 'Refresh', onAction: () => undefined }, { id: 'copy', label: 'Copy the address', onAction: copy }]);
    const button = screen.getByRole('button', { name: 'Actions' });
    expect(button).toHaveAttribute('aria-haspopup', 'menu');
    button.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Refresh' })).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(copy).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
    await waitFor(() => expect(button).toHaveFocus());
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  test('opens at its last item by the up arrow and closes by Escape without a choice', async () => {
    const remove = jest.fn();
    show([{ id: 'refresh', label: 'Refresh', onAction: () => undefined }, { id: 'remove', label: 'Remove', onAction: remove, tone: 'danger' }]);
    screen.getByRole('button').focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(screen.getByRole('menuitem', { name: 'Remove' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(remove).not.toHaveBeenCalled();
  });

  test('gives the focus back before it does what was chosen: a question that opens then returns it to the button', async () => {
    const focused: (Element | null)[] = [];
    show([{ id: 'remove', label: 'Remove', onAction: () => focused.push(document.activeElement) }]);
    const button = screen.getByRole('button', { name: 'Actions' });
    await userEvent.click(button);
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Remove' }));
    expect(focused).toEqual([button]);
  });

  test('goes to the path of an item', async () => {
    show([{ title: 'Go to', items: [{ id: 'docs', label: 'Docs', to: '/docs' }] }]);
    await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Docs' }));
    expect(screen.getByRole('status')).toHaveTextContent('/docs');
  });

  test('does not choose a disabled item', async () => {
    const refresh = jest.fn();
    show([{ id: 'refresh', label: 'Refresh', disabled: true, onAction: refresh }]);
    await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
    const item = await screen.findByRole('menuitem', { name: 'Refresh' });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(item);
    expect(refresh).not.toHaveBeenCalled();
  });

  test('shows no button when there is nothing to do', () => {
    show([]);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
