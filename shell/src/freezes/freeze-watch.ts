import { createError, inUseErrors } from '@portico/errors';
import { forgetFrozen, readFrozen } from './frozen-remotes.ts';
import type { OpenPages } from './open-pages.ts';

/** A version of a remote. */
export interface WatchedVersion {
  readonly id: string;
  readonly version: string;
}

/** Sees to it that a remote which froze the page does not start with the next page by itself. */
export interface FreezeWatch {
  /**
   * Says that the code of a remote is about to run: from now on a freeze is laid to it.
   *
   * @throws PAGE_FROZEN the first time in this page, for a version that froze the one before
   */
  admit(version: WatchedVersion): Promise<void>;
  /** Says that something of a remote that runs is shown: from now on a freeze is laid to it. */
  note(version: WatchedVersion): void;
}

/** The worker, as the watch sees it. */
export interface FreezeWorker {
  /** Resolves when it runs: it can't start while the page is busy. */
  readonly ready: Promise<void>;
  postMessage(message: object): void;
}

/** What the watch takes of its surroundings. */
export interface FreezeWatchOptions {
  /** Starts the worker that listens to the page's heartbeat. */
  readonly createWorker: () => FreezeWorker;
  /** Milliseconds without a sign of life after which a page counts as frozen. */
  readonly limitMs: () => number;
  readonly document: Document;
  /** Only after a page that did not end in an orderly way is it worth to wait for what is remembered. */
  readonly pages: OpenPages;
  /** Default: what this browser remembers. */
  readonly memory?: { read(): Promise<Set<string>>; forget(key: string): Promise<void> };
}

const longestBeatMs = 1_000;
// Of the worker.
const tickMs = 500;
// A sign of life may be late, and two may be: that is no freeze.
const beatsWithinLimit = 4;
// The first seconds belong to what the user waits for: a worker takes its share of them.
const laterMs = 2_000;
const browserMemory = { read: readFrozen, forget: forgetFrozen };

/** Starts the watch. */
export function createFreezeWatch({ createWorker, limitMs, document, pages, memory = browserMemory }: FreezeWatchOptions): FreezeWatch {
  // The page before froze perhaps, and sooner than it was watched: this one is watched from its start.
  const isCareful = pages.areOthers();
  const frozen = isCareful ? memory.read().catch(() => new Set<string>()) : undefined;
  let worker = isCareful ? createWorker() : undefined;
  let remote: WatchedVersion | undefined;
  let starting: ReturnType<typeof setTimeout> | undefined;
  let lastBeat = performance.now();
  let stood = false;
  // A tick sooner than the worker says so, which counts whole ticks: what it remembers has to be read.
  const stoodStill = () => stood || (remote !== undefined && performance.now() - lastBeat > limitMs() - tickMs);
  // Browsers slow the timers of hidden pages down.
  const beat = () => worker?.postMessage({ remote: document.visibilityState === 'visible' ? remote : undefined, limitMs: limitMs() });
  const beatLater = () => void setTimeout(live, Math.min(longestBeatMs, limitMs() / beatsWithinLimit));
  function live(): void {
    stood = stoodStill();
    lastBeat = performance.now();
    beat();
    beatLater();
  }
  beatLater();
  document.addEventListener('visibilitychange', beat);
  const note = ({ id, version }: WatchedVersion) => {
    remote = { id, version };
    pages.enter(stoodStill);
    starting ??= setTimeout(() => {
      if (worker) return;
      worker = createWorker();
      beat();
    }, laterMs);
    beat();
  };
  return {
    note,
    async admit({ id, version }) {
      const key = `${id}@${version}`;
      const known = await frozen;
      if (known?.delete(key)) {
        void memory.forget(key).catch(() => undefined);
        throw createError(inUseErrors.PAGE_FROZEN);
      }
      note({ id, version });
      await worker?.ready;
    },
  };
}
