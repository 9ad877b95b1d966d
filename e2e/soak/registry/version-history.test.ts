import { describe, expect, test } from '@jest/globals';
import { findGaps, findWrongLooks } from './version-history.ts';

const states = [
  { version: '1.0.0', beganAt: 0, endedAt: 1 },
  { version: '1.1.0', beganAt: 10, endedAt: 20 },
  { version: '1.0.0', beganAt: 30, endedAt: 40 },
];
const look = (version: string | undefined, beganAt: number, endedAt: number) => ({ version, beganAt, endedAt });

describe('the history of who was given which version', () => {
  test('is fine while each answer shows a state of its time', () => {
    expect(findWrongLooks(states, [look('1.0.0', 2, 9), look('1.0.0', 2, 12), look('1.1.0', 15, 16), look('1.1.0', 21, 25), look('1.0.0', 41, 50)])).toEqual([]);
  });

  test('names answers that miss an acknowledged change, or show one that nobody had made', () => {
    expect(findWrongLooks(states, [look('1.0.0', 21, 25)])).toEqual(['an answer from 21 to 25 gives 1.0.0, expected one of 1.1.0']);
    expect(findWrongLooks(states, [look('1.1.0', 2, 9), look(undefined, 2, 9)])).toHaveLength(2);
  });

  test('has a trail without gaps', () => {
    const step = (before: string | undefined, after: string) => ({ before, after });
    expect(findGaps([step(undefined, '1.0.0'), step('1.0.0', '1.1.0'), step('1.1.0', '1.0.0')])).toEqual([]);
    expect(findGaps([step(undefined, '1.0.0'), step('1.1.0', '1.0.0')])).toEqual(['change 1 of the trail begins at 1.1.0, the one before ended at 1.0.0']);
  });
});
