/** Heights of rows in pixels: measured where a row was drawn, the estimate elsewhere. */
export interface RowHeights {
  /** Notes a height; true when it says something new. */
  note(index: number, height: number): boolean;
  /** The height of the rows from `start` up to, not including, `end`. */
  between(start: number, end: number): number;
  /** The row at a distance from the top of the first row; within [0, count - 1]. */
  rowAt(offset: number, count: number): number;
  /** Forgets everything, for a layout with other heights. */
  forget(): void;
}

/** @param usual - what to assume until the first rows are measured; then their mean is assumed for all others */
export function createRowHeights(usual: number): RowHeights {
  // 0 where nothing was measured. One piece of memory: adding up tens of thousands of heights takes microseconds.
  let measured = new Float64Array(256);
  let estimate: number | undefined;
  const heightOf = (index: number) => measured[index] || (estimate ?? usual);
  return {
    note(index, height) {
      if (height === 0 || Math.abs((measured[index] ?? 0) - height) < 0.5) return false;
      if (index >= measured.length) {
        const larger = new Float64Array(2 * index);
        larger.set(measured);
        measured = larger;
      }
      measured[index] = height;
      return true;
    },
    between(start, end) {
      // The estimate is fixed once: a mean that moves with every row would move the page under the reader.
      if (estimate === undefined) {
        const known = measured.filter(height => height > 0);
        if (known.length > 0) estimate = known.reduce((sum, height) => sum + height, 0) / known.length;
      }
      let sum = 0;
      for (let index = start; index < end; index += 1) sum += heightOf(index);
      return sum;
    },
    rowAt(offset, count) {
      let sum = 0;
      for (let index = 0; index < count; index += 1) {
        sum += heightOf(index);
        if (sum > offset) return index;
      }
      return Math.max(0, count - 1);
    },
    forget() {
      measured.fill(0);
      estimate = undefined;
    },
  };
}
