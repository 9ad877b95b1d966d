import { describe, expect, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { Avatar } from './avatar.tsx';

describe('Avatar', () => {
  test('shows the first letters of the first and the last word', () => {
    render(<Avatar name="Ada King Lovelace" decorative={false} />);
    expect(screen.getByRole('img', { name: 'Ada King Lovelace' })).toHaveTextContent('AL');
  });

  test('is skipped by screen readers where the name stands beside it', () => {
    render(<Avatar name="payments-team" />);
    expect(screen.getByText('PT')).toHaveAttribute('aria-hidden', 'true');
  });

  test('shows the initials when the picture does not come', () => {
    const { container } = render(<Avatar name="Ada" picture="/missing.png" />);
    const picture = container.querySelector('img');
    expect(picture).toHaveAttribute('src', '/missing.png');
    if (picture) fireEvent.error(picture);
    expect(container).toHaveTextContent('A');
  });

  test('gives a name the same colour each time', () => {
    const { container } = render(
      <>
        <Avatar name="platform" />
        <Avatar name="platform" size="large" />
      </>,
    );
    const [first, second] = [...container.querySelectorAll('[data-color]')].map(element => element.getAttribute('data-color'));
    expect(first).toBe(second);
  });
});
