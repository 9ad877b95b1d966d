import type { Shell } from '../layout/shell-context.ts';

/** Milliseconds after which the rest is asked for although the first page is not there yet. */
const longestMs = 3_000;

const isOutlined = ({ portal }: Pick<Shell, 'portal'>) => {
  const state = portal.getState();
  return state.kind === 'ready' && state.snapshot.outlined === true;
};

/** Asks for all of all remotes once the first page is painted: before, that would only take time from it. */
export function askForTheRest(shell: Pick<Shell, 'portal' | 'focus'>): void {
  if (!isOutlined(shell)) return;
  const ask = () => {
    clearTimeout(timer);
    if (isOutlined(shell)) void shell.portal.lookAgain();
  };
  const timer = setTimeout(ask, longestMs);
  void shell.focus.shown.then(() => requestAnimationFrame(() => setTimeout(ask)));
}
