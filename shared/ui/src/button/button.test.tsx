import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Button } from './button.tsx';

describe('Button', () => {
  test('runs its action by mouse and by keyboard', async () => {
    const press = jest.fn();
    render(<Button onClick={press}>Retry</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await userEvent.keyboard('{Enter}');
    expect(press).toHaveBeenCalledTimes(2);
  });

  test('does not submit the form that it stands in', () => {
    render(<Button>Clear</Button>);
    expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
  });

  test('tells its variant to the style sheet', () => {
    render(<Button variant="danger">Delete</Button>);
    expect(screen.getByRole('button')).toHaveAttribute('data-variant', 'danger');
  });
});
