import { describe, expect, test } from '@jest/globals';
import { builtInRadar } from '../api/built-in/radar-data.ts';
import { readRadar } from '../api/read-radar.ts';
import { recentMoves } from './recent-moves.ts';

describe('the recent moves', () => {
  test('are entries that moved or are new, newest first', () => {
    const moves = recentMoves(readRadar(builtInRadar, 'a test').entries, 8);
    expect(moves).toHaveLength(8);
    expect(moves.filter(entry => entry.moved === 0)).toEqual([]);
    const dates = moves.map(entry => entry.timeline[0]?.date);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });
});
