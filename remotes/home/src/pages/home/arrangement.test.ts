import { describe, expect, test } from '@jest/globals';
import { inUsersOrder, moved, placed, toggled, unchanged } from './arrangement.ts';

const keys = ['a', 'b', 'c'];

describe('the arrangement of cards', () => {
  test('moves a card by one place and not beyond the ends', () => {
    expect(moved(unchanged, keys, { key: 'b', by: -1 }).order).toEqual(['b', 'a', 'c']);
    expect(moved(unchanged, keys, { key: 'b', by: 1 }).order).toEqual(['a', 'c', 'b']);
    expect(moved(unchanged, keys, { key: 'a', by: -1 })).toBe(unchanged);
    expect(moved(unchanged, keys, { key: 'c', by: 1 })).toBe(unchanged);
  });

  test('puts a card where another one stands, in both directions', () => {
    expect(placed(unchanged, keys, { key: 'a', at: 'c' }).order).toEqual(['b', 'c', 'a']);
    expect(placed(unchanged, keys, { key: 'c', at: 'a' }).order).toEqual(['c', 'a', 'b']);
    expect(placed(unchanged, keys, { key: 'a', at: 'a' })).toBe(unchanged);
    expect(placed(unchanged, keys, { key: 'a', at: 'gone' })).toBe(unchanged);
  });

  test('leaves out cards that are gone and puts new ones at the end', () => {
    expect(inUsersOrder(keys, { order: ['gone', 'c', 'a'], hidden: [] })).toEqual(['c', 'a', 'b']);
  });

  test('hides a card and shows it again', () => {
    const hidden = toggled(unchanged, 'b');
    expect(hidden.hidden).toEqual(['b']);
    expect(toggled(hidden, 'b').hidden).toEqual([]);
  });
});
