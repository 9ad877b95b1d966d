import type { ArtifactSource } from '../artifacts/artifact-source.ts';
import type { VersionStore } from '../store/version-store.ts';

/** Serves a version from the database. The digest is the key, so the bytes can't be others than were recorded. */
export function createBlobSource(versions: VersionStore): ArtifactSource {
  return {
    find: asset => Promise.resolve({ key: asset.integrity, read: () => versions.readBlob(asset.integrity) }),
  };
}
