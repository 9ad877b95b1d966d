import { describe, expect, test } from '@jest/globals';
import { createRowHeights } from './row-heights.ts';

describe('heights of rows', () => {
  test('are what was assumed until rows are measured, then the mean of those', () => {
    const heights = createRowHeights(45);
    expect(heights.between(0, 10)).toBe(450);
    heights.forget();
    heights.note(0, 50);
    heights.note(1, 70);
    expect(heights.between(0, 4)).toBe(50 + 70 + 60 + 60);
  });

  test('find the row at a distance, within the rows there are', () => {
    const heights = createRowHeights(10);
    heights.note(0, 100);
    expect([-5, 0, 99, 100].map(offset => heights.rowAt(offset, 3))).toEqual([0, 0, 0, 1]);
    expect(heights.rowAt(1e9, 3)).toBe(2);
    expect(heights.rowAt(0, 0)).toBe(0);
  });

  test('tell news from what is known, and nothing from rows without a box', () => {
    const heights = createRowHeights(10);
    expect(heights.note(29_999, 44)).toBe(true);
    expect(heights.note(29_999, 44.2)).toBe(false);
    expect(heights.note(3, 0)).toBe(false);
    expect(heights.between(29_999, 30_000)).toBe(44);
  });
});
