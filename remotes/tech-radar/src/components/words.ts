import type { Movement } from '../api/radar.ts';

const movements: Record<Movement, string> = { '-1': 'moved out', 0: 'no change', 1: 'moved in', 2: 'new' };

/** A movement in words, for labels and legends. */
export function movementWord(moved: Movement): string {
  return movements[moved];
}

/** Writes ISO dates as people read them: `2 Mar 2026`, in the manner of a locale of `useLocale`. */
export function dateWriter(locale: string | undefined): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  return date => format.format(new Date(`${date}T00:00:00Z`));
}
