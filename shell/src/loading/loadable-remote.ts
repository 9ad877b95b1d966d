import type { RemoteEntry, RemoteOverride, SnapshotRemote } from '@portico/contracts';

/** One version of a remote, as far as loading needs to know it. */
export interface LoadableRemote {
  readonly id: string;
  readonly version: string;
  readonly entry: RemoteEntry;
  /** The exposed module: `./plugin`. */
  readonly module: string;
  /** True for live remotes and overrides, of which nobody knows digests. */
  readonly unverified: boolean;
  /** Set where the user has put it in the place of the remote. */
  readonly override?: RemoteOverride;
}

/** A version that takes over when another one fails. How it is loaded is asked for then, unless the snapshot said it. */
export interface StandIn extends Omit<LoadableRemote, 'entry'> {
  readonly entry?: RemoteEntry | undefined;
}

/** The versions of a remote in the order in which they are tried: the offered one, then the last good one. */
export function loadableVersions(remote: SnapshotRemote): readonly [LoadableRemote, ...StandIn[]] {
  const { id, version, entry, module, fallback, override } = remote;
  const offered = { id, version, entry, module, unverified: remote.status === 'unverified', ...(override ? { override } : {}) };
  return fallback ? [offered, { id, module, ...fallback, unverified: false }] : [offered];
}
