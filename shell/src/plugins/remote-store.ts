import type { LoadEvent, RunningVersion, SnapshotRemote } from '@portico/contracts';
import { createError, loaderErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import { createApiHolder, normalizePluginModule } from '@portico/plugin-api';
import type { ApiHolder } from '@portico/plugin-api';
import { explainFailure } from '../loading/explain-failure.ts';
import { loadableVersions } from '../loading/loadable-remote.ts';
import type { StandIn } from '../loading/loadable-remote.ts';
import type { LoadedRemote, RemoteLoader } from '../loading/remote-loader.ts';
import type { LoadedState, RemoteState } from './remote-state.ts';
import { keyOf } from './remote-state.ts';
import type { LoadPhase } from '../loading/budgets.ts';

/** What the store works with. */
export interface RemoteStoreOptions {
  readonly loader: RemoteLoader;
  /** The portal's own APIs, which every plugin sees beside its own. */
  readonly portalApis: () => ApiHolder;
  /** Told of each version that was loaded or failed to be. */
  readonly onLoad?: OnLoad;
}

/** What became of a version of a remote in this browser. */
export type OnLoad = (event: LoadEvent) => void;

/** All remotes of this page with their states, as an external store. Nothing is loaded before `open`. */
export interface RemoteStore {
  stateOf(remote: SnapshotRemote): RemoteState;
  subscribe(listener: () => void): () => void;
  /** Loads a remote once; rejects with why it failed, until `retry`. */
  open(remote: SnapshotRemote): Promise<LoadedState>;
  /** Loads a remote anew, also one that is loaded but whose code turned out to be broken. */
  retry(remote: SnapshotRemote): Promise<LoadedState>;
  /** What runs in this page. */
  running(): RunningVersion[];
  /** Marks every version that is no longer offered. */
  keepOnly(remotes: readonly SnapshotRemote[]): void;
}

const waiting: RemoteState = { status: 'waiting' };
/** Milliseconds until what a version left in the page is taken away. */
const releaseMs = 2_000;

function refusalOf({ reason }: SnapshotRemote): PorticoError {
  const definition = { ...loaderErrors.REMOTE_REFUSED, ...reason };
  return createError(definition);
}

function defaultExportOf({ module }: LoadedRemote): unknown {
  return (module as { default?: unknown } | null | undefined)?.default;
}

interface Known {
  state: RemoteState;
  /** Counts the loads of this version; what an earlier one yields is dropped. */
  turn: number;
  opening?: Promise<LoadedState>;
  readonly remote: SnapshotRemote;
}

/** Makes the store. */
export function createRemoteStore({ loader, portalApis, onLoad = () => undefined }: RemoteStoreOptions): RemoteStore {
  const known = new Map<string, Known>();
  const listeners = new Set<() => void>();

  function knownOf(remote: SnapshotRemote): Known {
    const key = keyOf(remote);
    const found = known.get(key);
    // A version that runs can be switched off, and on again.
    if (found && (found.remote.status === 'refused') === (remote.status === 'refused')) return found;
    const state: RemoteState = remote.status === 'refused' ? { status: 'refused', error: refusalOf(remote) } : waiting;
    const fresh: Known = { state, turn: 0, remote };
    known.set(key, fresh);
    return fresh;
  }

  function become(entry: Known, state: RemoteState): void {
    entry.state = state;
    for (const listener of [...listeners]) listener();
  }

  function load(remote: SnapshotRemote, entry: Known): Promise<LoadedState> {
    entry.turn += 1;
    const { turn } = entry;
    const { id, version } = remote;
    const began = performance.now();
    let reached: LoadPhase = 'entry';
    const loading = loader
      .load(loadableVersions(remote), phase => {
        reached = phase;
        if (entry.turn === turn) become(entry, { status: 'loading', phase });
      })
      .then(loaded => {
        const plugin = normalizePluginModule(defaultExportOf(loaded), remote.id);
        const { version, failure } = loaded;
        const apis = plugin.apis.length ? createApiHolder(plugin.apis, portalApis()) : portalApis();
        return { status: 'loaded' as const, plugin, apis, version, ...(failure ? { failure } : {}) };
      })
      .catch((thrown: unknown) => {
        throw explainFailure('evaluate', thrown, remote.entry.url);
      });
    entry.opening = loading;
    const told = (error: PorticoError | undefined) => error && onLoad({ remote: id, version, outcome: 'failed', phase: reached, code: error.code });
    loading.then(
      state => {
        told(state.failure);
        const ms = Math.round(performance.now() - began);
        onLoad({ remote: id, version: state.version, outcome: 'loaded', ms, ...(state.failure ? { because: 'fallback' } : {}) });
        return entry.turn === turn && become(entry, state);
      },
      (error: PorticoError) => {
        told(error);
        return entry.turn === turn && become(entry, { status: 'failed', error });
      },
    );
    return loading;
  }

  /** A version can run because it is offered, and in the place of one that failed. */
  function mayRun({ id, version, entry }: StandIn): boolean {
    return [...known.values()].some(({ remote, opening, state }) => {
      // An override may be the very build that is offered: then both have the same globals.
      if (remote.id !== id || remote.entry.global === entry?.global) return remote.id === id;
      const standsIn = opening !== undefined && remote.fallback?.version === version && !(state.status === 'loaded' && state.version !== version);
      return remote.version === version || standsIn;
    });
  }

  /** After React has taken it off the page, and unless it came back meanwhile. */
  function releaseLater(remote: SnapshotRemote): void {
    setTimeout(() => {
      for (const version of loadableVersions(remote)) if (!mayRun(version)) loader.release(version);
    }, releaseMs);
  }

  return {
    stateOf: remote => knownOf(remote).state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open(remote) {
      const entry = knownOf(remote);
      if (entry.state.status === 'refused') return Promise.reject(entry.state.error);
      return entry.opening ?? load(remote, entry);
    },
    retry(remote) {
      const entry = knownOf(remote);
      if (entry.state.status === 'refused') return Promise.reject(entry.state.error);
      if (entry.state.status === 'loading') return entry.opening ?? load(remote, entry);
      return load(remote, entry);
    },
    running: () => [...known.values()].flatMap(({ state, remote }) => (state.status === 'loaded' ? [{ remote: remote.id, version: state.version }] : [])),
    keepOnly(remotes) {
      if (!known.size) return;
      const offered = new Set(remotes.map(keyOf));
      for (const [key, entry] of known) {
        if (offered.has(key)) continue;
        entry.turn += 1;
        const wasTried = entry.opening !== undefined;
        become(entry, { status: 'superseded' });
        known.delete(key);
        if (wasTried) releaseLater(entry.remote);
      }
    },
  };
}
