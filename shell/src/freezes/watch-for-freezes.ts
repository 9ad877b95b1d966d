import { createFreezeWatch } from './freeze-watch.ts';
import type { FreezeWatch } from './freeze-watch.ts';

const usualLimitMs = 20_000;

/** Watches this page, with the limit that `app.freezeAfterMs` says at the moment. */
export function watchForFreezes(config: () => { readonly app?: unknown }): FreezeWatch {
  return createFreezeWatch({
    createWorker: () => {
      const url = new URL('./heartbeat-worker.js', import.meta.url);
      return new Worker(url);
    },
    limitMs: () => (config().app as { readonly freezeAfterMs?: number } | undefined)?.freezeAfterMs ?? usualLimitMs,
    document,
  });
}
