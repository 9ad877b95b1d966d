import type { RemoteEntry, SnapshotRemote } from '@portico/contracts';

/** One version of a remote, as far as loading needs to know it. */
export interface LoadableRemote {
  readonly id: string;
  readonly version: string;
  readonly entry: RemoteEntry;
  /** The exposed module: `./plugin`. */
  readonly module: string;
  /** True for live remotes, of which nobody knows digests. */
  readonly unverified: boolean;
}

/** The versions of a remote in the order in which they are tried: the offered one, then the last good one. */
export function loadableVersions(remote: SnapshotRemote): readonly [LoadableRemote, ...LoadableRemote[]] {
  const { id, version, entry, module, fallback } = remote;
  const offered = { id, version, entry, module, unverified: remote.status === 'unverified' };
  return fallback ? [offered, { id, module, ...fallback, unverified: false }] : [offered];
}
