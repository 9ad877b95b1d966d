import { describe, expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Tooltip } from './tooltip.tsx';

function show() {
  render(
    <Tooltip content="Asks the provider for news">
      <button type="button">Refresh</button>
    </Tooltip>,
  );
}

describe('Tooltip', () => {
  test('describes its control also while it is not shown', () => {
    show();
    expect(screen.getByRole('button', { name: 'Refresh' })).toHaveAccessibleDescription('Asks the provider for news');
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('shows at the focus of the keyboard and is hidden by Escape', async () => {
    show();
    await userEvent.tab();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('Asks the provider for news');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).toBeNull();
    expect(screen.getByRole('button')).toHaveFocus();
  });

  test('shows while it is pointed at', async () => {
    show();
    await userEvent.hover(screen.getByRole('button'));
    expect(await screen.findByRole('tooltip')).toBeVisible();
  });
});
