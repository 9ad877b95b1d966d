import { expect, test } from '@jest/globals';
import { median } from './measure.ts';

test('the median is the middle value, or the mean of the two middle ones', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
});
