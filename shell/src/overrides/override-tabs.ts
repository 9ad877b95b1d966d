import type { Portal } from '../discovery/portal.ts';

const name = 'portico-overrides';

/** Takes up, in this tab and then in all others, that the overrides of the session have changed. */
export async function takeUp(portal: Pick<Portal, 'lookAgain'>): Promise<void> {
  const channel = window.BroadcastChannel && new BroadcastChannel(name);
  channel?.postMessage('changed');
  channel?.close();
  await portal.lookAgain();
}

/** How long a timer can wait, in milliseconds. */
const longestMs = 2 ** 31 - 1;

/** Follows the other tabs, and the end of the time that overrides have. Returns how to stop. */
export function followOverrides(portal: Pick<Portal, 'lookAgain' | 'getState' | 'subscribe'>): () => void {
  const channel = window.BroadcastChannel && new BroadcastChannel(name);
  if (channel) channel.onmessage = () => void portal.lookAgain();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = Infinity;
  const watch = () => {
    const state = portal.getState();
    const remotes = state.kind === 'ready' ? state.snapshot.remotes : [];
    const ends = Math.min(...remotes.flatMap(({ override }) => (override ? [Date.parse(override.expiresAt)] : [])));
    if (ends === next) return;
    next = ends;
    clearTimeout(timer);
    if (ends !== Infinity) timer = setTimeout(() => void portal.lookAgain(), Math.min(Math.max(ends - Date.now(), 0) + 500, longestMs));
  };
  const stop = portal.subscribe(watch);
  watch();
  return () => {
    stop();
    clearTimeout(timer);
    channel?.close();
  };
}
