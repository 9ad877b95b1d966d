import { useCallback, useLayoutEffect, useRef } from 'react';
import type { TableProps } from './table-types.ts';

/** What a press on the checkbox of a row does: the same function at each render, so that other rows need not be drawn again. */
export function useRowSelection<Row>(table: TableProps<Row>): (index: number, withShift: boolean) => void {
  const latest = useRef(table);
  const last = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    latest.current = table;
  });
  return useCallback((index: number, withShift: boolean) => {
    const { rows, rowKey, selection, onSelectionChange } = latest.current;
    const from = withShift ? (last.current ?? index) : index;
    last.current = index;
    const next = new Set(selection);
    const pressed = rows[index];
    if (pressed === undefined) return;
    const chosen = !next.has(rowKey(pressed));
    for (const row of rows.slice(Math.min(from, index), Math.max(from, index) + 1)) {
      if (chosen) next.add(rowKey(row));
      else next.delete(rowKey(row));
    }
    onSelectionChange?.(next);
  }, []);
}
