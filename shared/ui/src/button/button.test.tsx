import { describe, expect, jest, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Button, ButtonGroup } from './button.tsx';

describe('ButtonGroup', () => {
  test('names the group and tells which of its buttons is chosen', async () => {
    const choose = jest.fn();
    render(
      <ButtonGroup label="View">
        <Button aria-pressed={true}>Radar</Button>
        <Button aria-pressed={false} onClick={choose}>
          List
        </Button>
      </ButtonGroup>,
    );
    const group = within(screen.getByRole('group', { name: 'View' }));
    expect(group.getByRole('button', { pressed: true })).toHaveTextContent('Radar');
    await userEvent.click(group.getByRole('button', { name: 'List' }));
    expect(choose).toHaveBeenCalledTimes(1);
  });
});

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
