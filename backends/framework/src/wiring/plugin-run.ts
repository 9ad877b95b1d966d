import { messageOf } from '@portico/errors';
import { withTimeLimit } from '../services/lifecycle/create-hooks.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';
import type { PluginRun, Release } from './plugin-scope.ts';

/** A run together with the right to end it. */
export interface EndableRun extends PluginRun {
  /** Gives everything back, the newest first; what hangs is left behind after `limitMs` each. */
  release(limitMs: number): Promise<void>;
  /** The run goes on to the stop of the process, where the process itself ends what was taken. */
  keep(): void;
}

/** Begins with nothing taken. */
export function createPluginRun(logger: LoggerService): EndableRun {
  const releases: Release[] = [];
  let released = false;

  async function runOne(release: Release, limitMs: number): Promise<void> {
    try {
      await withTimeLimit(Promise.resolve().then(release), limitMs, 'the release of a failed start');
    } catch (thrown) {
      logger.warn(`Something of a failed start was not given back: ${messageOf(thrown)}`);
    }
  }

  const lateLimitMs = 2_000;
  return {
    get released() {
      return released;
    },
    onRelease(release) {
      if (released) void runOne(release, lateLimitMs);
      else releases.push(release);
    },
    async release(limitMs) {
      released = true;
      await Promise.all(releases.splice(0).toReversed().map(release => runOne(release, limitMs)));
    },
    keep: () => void releases.splice(0),
  };
}
