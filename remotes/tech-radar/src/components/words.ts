import type { Movement } from '../api/radar.ts';

const movements: Record<Movement, string> = { '-1': 'moved out', 0: 'no change', 1: 'moved in', 2: 'new' };

/** A movement in words, for labels and legends. */
export function movementWord(moved: Movement): string {
  return movements[moved];
}

let made: Intl.DateTimeFormat | undefined;
// Made when it is wanted: to make a format takes about as long as to render a page.
const dateFormat = () => (made ??= new Intl.DateTimeFormat('en', { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' }));

/** An ISO date as people read it: `2 Mar 2026`, in the order of their language. */
export function readableDate(date: string): string {
  return dateFormat().format(new Date(`${date}T00:00:00Z`));
}
