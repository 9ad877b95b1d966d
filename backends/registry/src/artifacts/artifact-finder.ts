import type { ManifestAsset } from '@portico/contracts';
import { createBlobSource } from '../mirror/blob-source.ts';
import type { JudgedRemote } from '../offering/offering.ts';
import type { VersionStore } from '../store/version-store.ts';
import type { ArtifactSource, FoundArtifact } from './artifact-source.ts';

/** A file of a version that this portal serves or has served. */
export interface ServedArtifact {
  readonly asset: ManifestAsset;
  readonly artifact: FoundArtifact;
  /** True when only the recorded bytes may be given out: the folder may hold a newer build by now. */
  readonly recordedBytesOnly: boolean;
}

/** Finds files of versions. Knows recorded paths only. */
export interface ArtifactFinder {
  /** Takes over what is offered now. */
  offer(remotes: readonly JudgedRemote[]): void;
  find(id: string, version: string, path: string): Promise<ServedArtifact | undefined>;
}

interface ServedVersion {
  readonly id: string;
  readonly key: string;
  readonly assets: ReadonlyMap<string, ManifestAsset>;
  readonly source: ArtifactSource;
}

/** Builds of a folder whose files open pages may still ask for. */
const formerBuilds = 3;
const storedVersions = 100;

interface FoundVersion {
  readonly assets: readonly ManifestAsset[];
  readonly source: ArtifactSource;
}

function servedVersion(id: string, version: string, { assets, source }: FoundVersion): ServedVersion {
  return { id, key: `${id}/${version}`, assets: new Map(assets.map(asset => [asset.path, asset])), source };
}

/** The newest few of each remote; the list begins with the newest. */
function newest(versions: readonly ServedVersion[], count: number): ServedVersion[] {
  return versions.filter((one, index) => versions.slice(0, index).filter(other => other.id === one.id).length < count);
}

/** Makes a finder; versions that are in the database are looked up there when first asked for. */
export function createArtifactFinder(versions: VersionStore): ArtifactFinder {
  let current = new Map<string, ServedVersion>();
  let former: ServedVersion[] = [];
  const stored = new Map<string, ServedVersion>();

  async function findStored(id: string, version: string): Promise<ServedVersion | undefined> {
    const key = `${id}/${version}`;
    const known = stored.get(key);
    if (known) return known;
    const row = await versions.find(id, version);
    if (!row) return undefined;
    const found = servedVersion(id, version, { assets: row.manifest.assets, source: createBlobSource(versions) });
    if (stored.size >= storedVersions) stored.clear();
    stored.set(key, found);
    return found;
  }

  return {
    offer(remotes) {
      const before = [...current.values()];
      current = new Map();
      for (const { id, version, manifest, content, status } of remotes) {
        if (status === 'refused' || !version || !manifest || !content?.source) continue;
        const served = servedVersion(id, version, { assets: manifest.assets, source: content.source });
        current.set(served.key, served);
      }
      const ids = new Set(remotes.map(remote => remote.id));
      const isFormer = (one: ServedVersion): boolean => ids.has(one.id) && !current.has(one.key);
      former = newest([...before, ...former].filter(isFormer), formerBuilds);
      stored.clear();
    },
    async find(id, version, path) {
      const key = `${id}/${version}`;
      const now = current.get(key);
      const served = now ?? former.find(one => one.key === key) ?? (await findStored(id, version));
      const asset = served?.assets.get(path);
      const artifact = asset && (await served?.source.find(asset));
      return artifact && { asset, artifact, recordedBytesOnly: !now };
    },
  };
}
