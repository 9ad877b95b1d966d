import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createNotifications } from './notifications.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('notifications', () => {
  test('that are good news go by themselves; warnings and errors stay until they are dismissed', () => {
    const notifications = createNotifications();
    notifications.post({ severity: 'success', message: 'Saved' });
    notifications.post({ severity: 'error', message: 'Not saved' });
    jest.advanceTimersByTime(6_000);
    expect(notifications.get().map(({ message }) => message)).toEqual(['Not saved']);
    notifications.dismiss(notifications.get()[0]?.key ?? 0);
    expect(notifications.get()).toEqual([]);
  });

  test('are not shown twice at once, nor more than four', () => {
    const notifications = createNotifications();
    for (const message of ['1', '1', '2', '3', '4', '5']) notifications.post({ severity: 'error', message });
    expect(notifications.get().map(({ message }) => message)).toEqual(['2', '3', '4', '5']);
  });
});
