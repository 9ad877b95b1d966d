import { expect, test } from '@jest/globals';
import { backOff } from './back-off.ts';

test('pauses double from 1 s to 30 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(attempt => backOff(attempt, () => 0))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('up to a half is taken off by chance', () => {
  expect(backOff(3, () => 1)).toBe(2000);
});
