import { describe, expect, jest, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { ConfirmDialog, Dialog } from './dialog.tsx';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Rename
      </button>
      <Dialog title="Rename the service" open={open} onClose={() => setOpen(false)} actions={<button type="button">Save</button>}>
        <input aria-label="Name" />
      </Dialog>
    </>
  );
}

describe('Dialog', () => {
  test('is named by its title, keeps the focus inside and gives it back after Escape', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    const dialog = await screen.findByRole('dialog', { name: 'Rename the service' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    for (let step = 0; step < 5; step += 1) {
      await userEvent.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus());
  });

  test('hides the page behind it from screen readers', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('button', { name: 'Rename' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(await screen.findByRole('button', { name: 'Rename' })).toBeVisible();
  });

  test('adds no style element of its own to the page', async () => {
    render(<Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Rename' }));
    await screen.findByRole('dialog');
    expect(document.querySelectorAll('style')).toHaveLength(0);
    expect(document.getElementById('react-aria-pressable-style')?.tagName).toBe('META');
  });
});

describe('ConfirmDialog', () => {
  const question = { title: 'Delete version 1.2.0?', confirmLabel: 'Delete', tone: 'danger', open: true } as const;

  test('asks with the focus on no, and Escape means no', async () => {
    const cancel = jest.fn();
    const confirm = jest.fn<() => void>();
    render(
      <ConfirmDialog {...question} onConfirm={confirm} onCancel={cancel}>
        It can not be undone.
      </ConfirmDialog>,
    );
    expect(await screen.findByRole('alertdialog', { name: 'Delete version 1.2.0?' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(confirm).not.toHaveBeenCalled();
  });

  test('stays open and says why when the action fails', async () => {
    render(
      <ConfirmDialog {...question} onConfirm={() => Promise.reject(new Error('The registry answered 409'))} onCancel={() => undefined}>
        It can not be undone.
      </ConfirmDialog>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The registry answered 409');
    expect(screen.getByRole('button', { name: 'Delete' })).toBeEnabled();
  });
});
