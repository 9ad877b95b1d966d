import { describe, expect, test } from '@jest/globals';
import { chance } from '../fixtures/chance.ts';
import { backOff, reconnectPause } from './back-off.ts';

test('pauses double from 1 s to 30 s', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(attempt => backOff(attempt, () => 0))).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('up to a half is taken off by chance', () => {
  expect(backOff(3, () => 1)).toBe(2000);
});

describe('the sessions that lose their stream in the same instant', () => {
  const sessions = 10_000;
  const windowMs = 100;

  /** The largest part of the sessions that comes back within one window of 100 ms, when each fails so many times before. */
  function largestCrowd(losses: number): number {
    const random = chance();
    const crowds = new Map<number, number>();
    for (let session = 0; session < sessions; session += 1) {
      let at = 0;
      for (let loss = 1; loss <= losses; loss += 1) at += reconnectPause(loss, random);
      const window = Math.floor(at / windowMs);
      crowds.set(window, (crowds.get(window) ?? 0) + 1);
    }
    return Math.max(...crowds.values()) / sessions;
  }

  test('come back evenly: at most 3 % of them within any 100 ms, and ever fewer the longer the portal is away', () => {
    const crowds = [1, 2, 3, 4].map(largestCrowd);
    expect(crowds[0]).toBeLessThan(0.03);
    expect(crowds[1]).toBeLessThan(0.02);
    expect(crowds).toEqual([...crowds].sort((left, right) => right - left));
  });

  test('wait at least 250 ms and never much longer than 30 s', () => {
    expect([1, 2, 20].map(losses => reconnectPause(losses, () => 0))).toEqual([250, 250, 250]);
    expect([1, 2, 3, 4, 20].map(losses => reconnectPause(losses, () => 1))).toEqual([4_250, 8_250, 16_250, 30_250, 30_250]);
  });
});
