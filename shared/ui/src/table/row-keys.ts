import type { KeyboardEvent } from 'react';
import type { RowPart } from './use-row-window.ts';

interface RowKeyOptions {
  readonly count: number;
  readonly goTo: (index: number, part: RowPart) => void;
}

/**
 * Moves the focus between rows: arrows, Home, End, Page Up and Page Down, from a row's link to a row's link, and from checkbox to
 * checkbox. Enter and Space are the browser's own: the focus is always on a real control.
 */
export function onRowKey(event: KeyboardEvent<HTMLElement>, { count, goTo }: RowKeyOptions): void {
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>('tr[data-index]');
  if (!row || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || typesText(target)) return;
  const index = Number(row.dataset['index']);
  const page = Math.max(1, Math.floor((window.innerHeight * 0.8) / (row.offsetHeight || 45)));
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  const next = Math.min(count - 1, Math.max(0, move));
  if (next !== index) goTo(next, target.matches('input[type="checkbox"]') ? 'checkbox' : 'link');
}

const typesText = (target: HTMLElement) => target.matches('textarea, select, input:not([type="checkbox"]), [contenteditable="true"]');
