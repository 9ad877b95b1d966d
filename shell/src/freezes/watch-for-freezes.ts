import { createFreezeWatch } from './freeze-watch.ts';
import type { FreezeWatch } from './freeze-watch.ts';
import { createOpenPages } from './open-pages.ts';

const usualLimitMs = 20_000;

/** Watches this page, with the limit that `app.freezeAfterMs` says at the moment. */
export function watchForFreezes(config: () => { readonly app?: unknown }): FreezeWatch {
  return createFreezeWatch({
    createWorker: () => {
      const url = new URL('./heartbeat-worker.js', import.meta.url);
      const worker = new Worker(url);
      const ready = new Promise<void>(resolve => {
        worker.onmessage = () => resolve();
        worker.onerror = () => resolve();
      });
      return { ready, postMessage: message => worker.postMessage(message) };
    },
    limitMs: () => (config().app as { readonly freezeAfterMs?: number } | undefined)?.freezeAfterMs ?? usualLimitMs,
    document,
    pages: createOpenPages(localStorage, window),
  });
}
