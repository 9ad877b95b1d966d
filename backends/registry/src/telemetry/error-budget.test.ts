import { describe, expect, test } from '@jest/globals';
import { isUsedUp, tally } from './error-budget.ts';

const budget = { windowMinutes: 5, users: 5, loads: 20, errorRate: 0.1 };
const users = (count: number, loads: number, errors: number) => Array.from({ length: count }, () => ({ loads, errors }));

describe('the rate of errors', () => {
  test('is that of all reports while everybody sends their share', () => {
    expect(tally([...users(5, 4, 4), ...users(5, 4, 0)], budget)).toEqual({ loads: 40, errors: 20, failingUsers: 5, errorRate: 0.5 });
  });

  test.each([100, 10_000, 10_000_000])('is not moved by %i errors of one user more than by the share of one', errors => {
    const honest = [...users(5, 4, 1), ...users(20, 4, 0)];
    const now = tally([...honest, { loads: errors, errors }], budget);
    expect(now.errorRate).toBeCloseTo(9 / 104);
    expect([now.failingUsers, isUsedUp(budget, now, undefined)]).toEqual([6, false]);
  });

  test('is not hidden by one user who loads it all day', () => {
    const now = tally([...users(5, 4, 4), { loads: 1_000_000, errors: 0 }], budget);
    expect(isUsedUp(budget, now, undefined)).toBe(true);
  });

  test('is 0 of nothing, also where there are errors without loads', () => {
    expect(tally([], budget).errorRate).toBe(0);
    expect(tally([{ loads: 0, errors: 50 }], budget)).toMatchObject({ failingUsers: 1, errorRate: 0 });
  });
});
