import type { LoadEvent, RunningVersion } from '@portico/contracts';
import { sessionName } from './session-name.ts';

/** What the reports need of the browser. */
export interface LoadReportsOptions {
  readonly fetch: typeof fetch;
  /** Calls back when the page is about to go away. */
  readonly onLeave: (listener: () => void) => void;
  /** What runs in the page. Told now and then, so that it is kept at the centre. */
  readonly running: () => readonly RunningVersion[];
  /** Where the name of this page's session is kept over reloads. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
}

/** Tells the registry how the versions of remotes fare in this browser. */
export interface LoadReports {
  report(event: LoadEvent): void;
}

const url = '/api/registry/telemetry';
/** Errors are told soon, so that a bad version is taken back soon; the rest is collected. */
const pauseMs = { errors: 1_000, rest: 5_000 };
const mostAtOnce = 100;
const runningMs = 3_600_000;
const mostRunning = 200;

/** Sends reports in batches. One that does not arrive is not repeated: there will be others. */
export function createLoadReports({ fetch, onLeave, running, storage }: LoadReportsOptions): LoadReports {
  let waiting: LoadEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = Infinity;

  function post(told: { readonly events: readonly LoadEvent[]; readonly running?: readonly RunningVersion[] }): void {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...told, session: sessionName(storage) });
    fetch(url, { method: 'POST', headers, body, keepalive: true }).catch(() => undefined);
  }

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    dueAt = Infinity;
    const events = waiting.slice(0, mostAtOnce);
    waiting = [];
    if (events.length) post({ events });
  }

  onLeave(send);
  setInterval(() => {
    const versions = running().slice(0, mostRunning);
    if (versions.length) post({ events: [], running: versions });
  }, runningMs);
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
