import { expect, test } from '@jest/globals';
import { slopeOf } from './slope.ts';

test('the slope of samples on a line is that of the line, whatever they begin with', () => {
  const samples = [20, 30, 40, 100].map(switches => ({ switches, kilobytes: 7_000 + 12.5 * switches }));
  expect(slopeOf(samples)).toBeCloseTo(12.5, 6);
});

test('noise on both sides of a level line is no slope', () => {
  const samples = [10, -10, -10, 10].map((noise, index) => ({ switches: index * 10, kilobytes: 5_000 + noise }));
  expect(slopeOf(samples)).toBeCloseTo(0, 6);
});
