import { startTransition, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { createRowHeights } from './row-heights.ts';

/** A row to draw, or the height of the rows left out before the next one. */
export type RowSlot = { readonly index: number } | { readonly gap: number; readonly before: number };

interface RowWindowOptions {
  readonly body: RefObject<HTMLTableSectionElement | null>;
  /** How many rows there are. */
  readonly count: number;
  readonly rowHeight: number;
  readonly onReachEnd: (() => void) | undefined;
}

/** Up to this many rows, with none to follow, all are drawn: the browser's own search finds them, and their heights need no guess. */
export const drawnAlways = 60;
/** A screen full of rows comes first, the others right after it: a page is seen sooner. */
const firstDrawn = 20;

/**
 * Which rows to draw so that the visible part of the page is covered. It follows every scrolling ancestor. The row that has the
 * focus stays drawn wherever it is. Rows that change their height above the visible part are the browser's to make up for
 * (scroll anchoring).
 */
export function useRowWindow({ body, count, rowHeight, onReachEnd }: RowWindowOptions) {
  const [heights] = useState(() => createRowHeights(rowHeight));
  const [slots, setSlots] = useState(() => slotsOf(range(0, firstDrawn), count, (start, end) => (end - start) * rowHeight));
  const wanted = useRef<{ readonly index: number; readonly part: RowPart } | undefined>(undefined);
  const asked = useRef(-1);
  const covered = useRef(-1);
  const [shown, setShown] = useState(false);
  useEffect(() => startTransition(() => setShown(true)), []);
  const windowed = count > drawnAlways || onReachEnd !== undefined;

  /** The first and the last row in view. */
  const edgesOf = (element: HTMLElement) => {
    const offset = -element.getBoundingClientRect().top;
    return [offset, offset + window.innerHeight].map(edge => heights.rowAt(edge, count));
  };
  const askForMore = (offset: number) => {
    if (!onReachEnd || asked.current === count || heights.between(0, count) - offset >= 2 * window.innerHeight) return;
    asked.current = count;
    onReachEnd();
  };
  const update = useEffectEvent(() => {
    const element = body.current;
    if (!element) return;
    const screen = window.innerHeight;
    const offset = -element.getBoundingClientRect().top;
    if (windowed) {
      const near = edgesOf(element).some(index => rowElement(element, index));
      // After a jump to rows that are not drawn yet, those in view come first: half the work.
      const margin = near ? screen / 2 : 0;
      // Steps of four rows: fewer renders while scrolling.
      const start = Math.floor(heights.rowAt(offset - margin, count) / 4) * 4;
      const end = Math.ceil((heights.rowAt(offset + screen + margin, count) + 1) / 4) * 4;
      const focused = focusedRow(element);
      const drawn = new Set([...range(start, end), ...(focused === undefined ? [] : [focused])]);
      if (wanted.current) drawn.add(wanted.current.index);
      const next = slotsOf([...drawn], count, heights.between);
      setSlots(current => (sameSlots(current, next) ? current : next));
    }
    askForMore(offset);
  });

  const missesRows = useEffectEvent((element: HTMLElement) => windowed && edgesOf(element).some(index => !rowElement(element, index)));

  useLayoutEffect(() => {
    const element = body.current;
    if (!element) return;
    const news = covered.current !== count;
    covered.current = count;
    for (const row of rowsOf(element)) {
      heights.note(Number(row.dataset['index']), row.getBoundingClientRect().height);
    }
    // The margin comes with the event that ends the scrolling.
    if (news || wanted.current || missesRows(element)) update();
    else askForMore(-element.getBoundingClientRect().top);
    const row = wanted.current && rowElement(element, wanted.current.index);
    if (wanted.current && row) {
      focusRow(row, wanted.current.part);
      wanted.current = undefined;
    }
  });

  useEffect(() => {
    let width = window.innerWidth;
    const onResize = () => {
      if (window.innerWidth !== width) heights.forget();
      width = window.innerWidth;
      update();
    };
    const onScroll = () => update();
    // Scroll events of inner containers don't bubble, but they are captured.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    document.addEventListener('scrollend', onScroll, { capture: true });
    window.addEventListener('resize', onResize);
    return () => {
      document.removeEventListener('scroll', onScroll, { capture: true });
      document.removeEventListener('scrollend', onScroll, { capture: true });
      window.removeEventListener('resize', onResize);
    };
  }, [heights]);

  const goTo = (index: number, part: RowPart) => {
    const row = body.current && rowElement(body.current, index);
    if (row) return focusRow(row, part);
    wanted.current = { index, part };
    setSlots(current => slotsOf([...drawnIn(current), index], count, heights.between));
  };
  const all = !windowed && (shown || count <= firstDrawn);
  return { slots: all ? range(0, count).map(index => ({ index })) : slots.filter(slot => slotRow(slot) < count), goTo };
}

/** Where in a row the focus goes: its checkbox, or the link that opens it. */
export type RowPart = 'checkbox' | 'link';

function focusRow(row: HTMLElement, part: RowPart): void {
  const target =
    row.querySelector<HTMLElement>(part === 'checkbox' ? 'input' : 'th a, th button') ?? row.querySelector<HTMLElement>('a, button') ?? row;
  target.focus({ preventScroll: true });
  row.scrollIntoView?.({ block: 'nearest' });
}

const rowsOf = (body: HTMLElement) => body.querySelectorAll<HTMLElement>('tr[data-index]');
const rowElement = (body: HTMLElement, index: number) => body.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
const range = (start: number, end: number) => Array.from({ length: Math.max(0, end - start) }, (_, step) => start + step);
const slotRow = (slot: RowSlot) => ('index' in slot ? slot.index : slot.before - 1);
const drawnIn = (slots: readonly RowSlot[]) => slots.flatMap(slot => ('index' in slot ? [slot.index] : []));

function focusedRow(body: HTMLElement): number | undefined {
  const focused = document.activeElement;
  const row = focused && body.contains(focused) ? focused.closest<HTMLElement>('tr[data-index]') : null;
  return row ? Number(row.dataset['index']) : undefined;
}

function slotsOf(drawn: readonly number[], count: number, between: (start: number, end: number) => number): RowSlot[] {
  const slots: RowSlot[] = [];
  let next = 0;
  for (const index of [...new Set(drawn)].filter(row => row < count).sort((one, other) => one - other)) {
    if (index > next) slots.push({ gap: between(next, index), before: index });
    slots.push({ index });
    next = index + 1;
  }
  if (next < count) slots.push({ gap: between(next, count), before: count });
  return slots;
}

function sameSlots(one: readonly RowSlot[], other: readonly RowSlot[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
