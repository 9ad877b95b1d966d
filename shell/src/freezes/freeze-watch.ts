import { createError, loaderErrors } from '@portico/errors';
import { forgetFrozen, readFrozen } from './frozen-remotes.ts';

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

/** What the watch takes of its surroundings. */
export interface FreezeWatchOptions {
  /** Starts the worker that listens to the page's heartbeat. */
  readonly createWorker: () => Pick<Worker, 'postMessage'>;
  /** Milliseconds without a sign of life after which a page counts as frozen. */
  readonly limitMs: () => number;
  readonly document: Document;
  /** Default: what this browser remembers. */
  readonly memory?: { read(): Promise<Set<string>>; forget(key: string): Promise<void> };
}

const beatMs = 1_000;
const browserMemory = { read: readFrozen, forget: forgetFrozen };

/** Starts the watch. */
export function createFreezeWatch({ createWorker, limitMs, document, memory = browserMemory }: FreezeWatchOptions): FreezeWatch {
  let worker: ReturnType<FreezeWatchOptions['createWorker']> | undefined;
  const frozen = memory.read().catch(() => new Set<string>());
  let remote: WatchedVersion | undefined;
  // Browsers slow the timers of hidden pages down.
  const beat = () => worker?.postMessage({ remote: document.visibilityState === 'visible' ? remote : undefined, limitMs: limitMs() });
  // While nothing of a remote has run, there is nothing to watch.
  const begin = () => {
    setInterval(beat, beatMs);
    document.addEventListener('visibilitychange', beat);
    return createWorker();
  };
  const note = ({ id, version }: WatchedVersion) => {
    remote = { id, version };
    worker ??= begin();
    beat();
  };
  return {
    note,
    async admit({ id, version }) {
      const key = `${id}@${version}`;
      const known = await frozen;
      if (known.delete(key)) {
        void memory.forget(key).catch(() => undefined);
        throw createError(loaderErrors.PAGE_FROZEN);
      }
      note({ id, version });
    },
  };
}
