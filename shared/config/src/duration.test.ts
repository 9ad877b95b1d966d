import { expect, test } from '@jest/globals';
import { durationMs } from './index.ts';

test.each([
  [250, 250],
  ['30s', 30_000],
  ['2 minutes', 120_000],
  ['1.5h', 5_400_000],
  [' 7 ', 7],
  [{ minutes: 1, seconds: 30 }, 90_000],
  [{ years: 1, months: 1, weeks: 1 }, 402 * 86_400_000],
  ['soon', undefined],
  ['5 fortnights', undefined],
  [{ fortnights: 1 }, undefined],
  [[1], undefined],
  [true, undefined],
  [undefined, undefined],
])('the duration %j is %j milliseconds', (value, milliseconds) => {
  expect(durationMs(value)).toBe(milliseconds);
});
