import type { RemoteContent } from '../remotes/remote-content.ts';
import type { VersionStore } from '../store/version-store.ts';
import { createBlobSource } from './blob-source.ts';

/** Names a version of a remote. */
export type VersionKey = readonly [remoteId: string, version: string];

/** The contents of those versions in the database that are offered to somebody. */
export interface StoredContents {
  /** Reads those that are not known yet, and forgets those that nobody wants any more. */
  keepOnly(keys: readonly VersionKey[]): Promise<void>;
  /** The same object until it is forgotten. */
  get(remoteId: string, version: string): RemoteContent | undefined;
}

const nameOf = ([remoteId, version]: VersionKey): string => `${remoteId}/${version}`;

/** Keeps contents in memory; a version never changes. */
export function createStoredContents(versions: VersionStore): StoredContents {
  const source = createBlobSource(versions);
  let known = new Map<string, RemoteContent>();
  return {
    async keepOnly(keys) {
      const wanted = new Map(keys.map(key => [nameOf(key), key]));
      const missing = [...wanted].filter(([name]) => !known.has(name)).map(([, key]) => key);
      const read = await versions.findAll(missing);
      const kept = [...known].filter(([name]) => wanted.has(name));
      const fresh = read.map(({ remote, version, manifest }): [string, RemoteContent] => [
        nameOf([remote, version]),
        { manifest, source, version },
      ]);
      known = new Map([...kept, ...fresh]);
    },
    get: (remoteId, version) => known.get(nameOf([remoteId, version])),
  };
}
