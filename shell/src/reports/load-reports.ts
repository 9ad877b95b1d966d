import type { LoadEvent } from '@portico/contracts';

/** What the reports need of the browser. */
export interface LoadReportsOptions {
  readonly fetch: typeof fetch;
  /** Calls back when the page is about to go away. */
  readonly onLeave: (listener: () => void) => void;
}

/** Tells the registry how the versions of remotes fare in this browser. */
export interface LoadReports {
  report(event: LoadEvent): void;
}

const url = '/api/registry/telemetry';
/** Errors are told soon, so that a bad version is taken back soon; the rest is collected. */
const pauseMs = { errors: 1_000, rest: 5_000 };
const mostAtOnce = 100;

/** Sends reports in batches. One that does not arrive is not repeated: there will be others. */
export function createLoadReports({ fetch, onLeave }: LoadReportsOptions): LoadReports {
  let waiting: LoadEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Infinity;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    dueAt = Infinity;
    const events = waiting.slice(0, mostAtOnce);
    waiting = [];
    if (!events.length) return;
    const headers = { 'content-type': 'application/json' };
    fetch(url, { method: 'POST', headers, body: JSON.stringify({ events }), keepalive: true }).catch(() => undefined);
  }

  onLeave(send);
  return {
    report(event) {
      waiting.push(event);
      const pause = event.outcome === 'loaded' ? pauseMs.rest : pauseMs.errors;
      const due = performance.now() + pause;
      if (due >= dueAt) return;
      clearTimeout(timer);
      dueAt = due;
      timer = setTimeout(send, pause);
    },
  };
}
