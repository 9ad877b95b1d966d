import type { RemoteEntry } from '@portico/contracts';
import type { PorticoError } from '@portico/errors';
import { createAttempts } from './attempts.ts';
import type { Attempts } from './attempts.ts';
import type { LoadPhase } from './budgets.ts';
import { checkIntegrity } from './check-integrity.ts';
import type { FederationRuntime } from './federation.ts';
import { loadAttempt } from './load-attempt.ts';
import type { LoadableRemote, StandIn } from './loadable-remote.ts';
import { readRemoteEntry } from './read-remote-entry.ts';
import { refreshFile } from './refresh-file.ts';
import { registerAttempt } from './register-attempt.ts';
import { once } from './retrying.ts';
import type { Retry } from './retrying.ts';

/** What came of loading a remote. */
export interface LoadedRemote {
  /** What the exposed module exports. */
  readonly module: unknown;
  /** The version that runs: the offered one or the last good one. */
  readonly version: string;
  /** Why the offered version does not run, where the last good one took over. */
  readonly failure?: PorticoError;
}

/** Loads remotes. */
export interface RemoteLoader {
  /** Tries the versions in turn and rejects with the failure of the first, when all have failed. Each call is a new attempt. */
  load(versions: readonly [LoadableRemote, ...StandIn[]], onPhase: (phase: LoadPhase) => void): Promise<LoadedRemote>;
  /** Takes a version out of the page that nothing shows any more. */
  release(version: { readonly id: string; readonly version: string }): void;
}

/** Connects the steps of loading with a federation runtime. */
export interface RemoteLoaderOptions {
  /** Gives the runtime, connected to these attempts, when the first remote is wanted. */
  readonly connect: (attempts: Attempts, reached: (name: string, phase: LoadPhase) => void) => FederationRuntime;
  /** Takes out of the page what a version left there, by the names that the runtime has for it; default nothing. */
  readonly release?: (remote: LoadableRemote, names: readonly string[]) => void;
  /** Stands round each attempt; default nothing. */
  readonly around?: (remote: LoadableRemote, load: (remote: LoadableRemote) => Promise<unknown>) => Promise<unknown>;
  /** Asked before the code of a version runs; may refuse it. Default: nobody. */
  readonly admit?: (remote: LoadableRemote) => Promise<void>;
  /** Told each time code of a version has run; default nobody. */
  readonly ran?: (remote: LoadableRemote) => void;
  /** How each version is tried again; default not at all. */
  readonly retry?: Retry;
  /** Asks how a version is loaded of which the snapshot does not say it. */
  readonly readEntry?: (version: StandIn) => Promise<RemoteEntry>;
}

/** Makes the loader of this page. */
export function createRemoteLoader({ connect, release, around, admit, ran, retry = once, readEntry = readRemoteEntry }: RemoteLoaderOptions): RemoteLoader {
  const attempts = createAttempts();
  const followers = new Map<string, (phase: LoadPhase) => void>();
  // Made here, so that the runtime does not hold the first remote through it.
  const reached = (name: string, phase: LoadPhase) => followers.get(name)?.(phase);
  let runtime: FederationRuntime | undefined;

  async function loadOnce(remote: LoadableRemote, onPhase: (phase: LoadPhase) => void): Promise<unknown> {
    checkIntegrity(remote);
    await admit?.(remote);
    onPhase('entry');
    runtime ??= connect(attempts, reached);
    const attempt = attempts.begin(remote);
    if (attempt.number > 0 && remote.entry.type === 'script') await refreshFile(remote.entry.url);
    registerAttempt(runtime, attempt);
    const follow = (enter: (phase: LoadPhase) => void) =>
      void followers.set(attempt.name, phase => {
        ran?.(remote);
        enter(phase);
      });
    return loadAttempt({ runtime, attempt, follow, onPhase }).finally(() => {
      followers.delete(attempt.name);
      ran?.(remote);
    });
  }

  const loadVersion = (remote: LoadableRemote, onPhase: (phase: LoadPhase) => void) => {
    const load = (version: LoadableRemote) => loadOnce(version, onPhase);
    return retry(() => (around ? around(remote, load) : load(remote)));
  };

  return {
    release(version) {
      const own = attempts.forget(version);
      const [last] = own.slice(-1);
      if (last) release?.(last.remote, own.map(({ name }) => name));
    },
    async load([offered, ...others], onPhase) {
      try {
        return { module: await loadVersion(offered, onPhase), version: offered.version };
      } catch (thrown) {
        const failure = thrown as PorticoError;
        for (const other of others) {
          try {
            const standIn = { ...other, entry: other.entry ?? (await readEntry(other)) };
            return { module: await loadVersion(standIn, onPhase), version: other.version, failure };
          } catch {
            // The failure of the offered version says more than that of its stand-in.
          }
        }
        throw failure;
      }
    },
  };
}
