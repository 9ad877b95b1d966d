import { describe, expect, test } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { Drawer } from './drawer.tsx';

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Kotlin
      </button>
      <Drawer title="About Kotlin" open={open} onClose={() => setOpen(false)}>
        Adopted
      </Drawer>
    </>
  );
}

describe('Drawer', () => {
  test('opens at the edge, closes by its button and gives the focus back', async () => {
    render(<Page />);
    const opener = screen.getByRole('button', { name: 'Kotlin' });
    await userEvent.click(opener);
    const drawer = await screen.findByRole('dialog', { name: 'About Kotlin' });
    expect(drawer).toHaveTextContent('Adopted');
    expect(drawer.closest('[data-side="end"]')).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(opener).toHaveFocus());
  });
});
