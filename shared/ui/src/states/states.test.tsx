import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { EmptyState, ErrorState, Loading, Skeleton } from './states.ts';

describe('states', () => {
  test('an error is announced with what happened and its code, and can be retried', async () => {
    const retry = jest.fn();
    const title = "The catalog can't be read";
    render(<ErrorState title={title} message="The backend answered 503" code="CATALOG_DOWN" onRetry={retry} />);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent("The catalog can't be read");
    expect(alert).toHaveTextContent('The backend answered 503');
    expect(alert).toHaveTextContent('Code CATALOG_DOWN');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('an error without a retry shows no button', () => {
    render(<ErrorState title="Not here" message="Gone" />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('an empty state explains itself and offers an action', () => {
    render(<EmptyState title="No entities" description="Nothing matches" action={<button type="button">Clear</button>} />);
    expect(screen.getByRole('status')).toHaveTextContent('No entitiesNothing matches');
    expect(screen.getByRole('button', { name: 'Clear' })).toBeVisible();
  });

  test('loading says what it waits for', () => {
    render(<Loading label="Loading the radar" />);
    expect(screen.getByRole('status')).toHaveTextContent('Loading the radar');
  });

  test('a skeleton draws its lines and is hidden from screen readers', () => {
    const { container } = render(<Skeleton lines={3} />);
    expect(container.querySelectorAll('.skeleton')).toHaveLength(3);
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
  });
});
