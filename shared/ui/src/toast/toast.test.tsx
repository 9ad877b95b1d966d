import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { ToastRegion } from './toast.tsx';
import type { Toast } from './toast.tsx';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function show(toast: Omit<Toast, 'id'>) {
  const dismiss = jest.fn();
  render(<ToastRegion toasts={[{ id: 'one', ...toast }]} onDismiss={dismiss} />);
  return dismiss;
}

describe('ToastRegion', () => {
  test('announces a message in a landmark of its own and lets it go after its time', () => {
    const dismiss = show({ message: 'Saved' });
    expect(screen.getByRole('region', { name: 'Notifications' })).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent('Saved');
    act(() => jest.advanceTimersByTime(6000));
    expect(dismiss).toHaveBeenCalledWith('one');
  });

  test('keeps a message while it is pointed at', () => {
    const dismiss = show({ message: 'Saved' });
    fireEvent.pointerEnter(screen.getByRole('listitem'));
    act(() => jest.advanceTimersByTime(60_000));
    expect(dismiss).not.toHaveBeenCalled();
    fireEvent.pointerLeave(screen.getByRole('listitem'));
    act(() => jest.advanceTimersByTime(6000));
    expect(dismiss).toHaveBeenCalledTimes(1);
  });

  test('keeps a failure until it is dismissed', () => {
    const dismiss = show({ message: 'Not saved', tone: 'danger' });
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved');
    act(() => jest.advanceTimersByTime(600_000));
    expect(dismiss).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss: Not saved' }));
    expect(dismiss).toHaveBeenCalledWith('one');
  });

  test('runs its action and goes', () => {
    const undo = jest.fn();
    const dismiss = show({ message: 'Hidden', action: { label: 'Undo', onAction: undo } });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(dismiss).toHaveBeenCalledWith('one');
  });
});
