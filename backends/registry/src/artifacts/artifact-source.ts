import type { ManifestAsset } from '@portico/contracts';

/** The bytes of an artifact, not read yet. */
export interface FoundArtifact {
  /** Changes with the bytes: what was read under one key may be kept for ever. */
  readonly key: string;
  /** Gives undefined when the file has gone meanwhile. */
  read(): Promise<Buffer | undefined>;
}

/** Where the files of one version of a remote are. */
export interface ArtifactSource {
  find(asset: ManifestAsset): Promise<FoundArtifact | undefined>;
}
