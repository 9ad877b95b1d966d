import type { ManifestAsset, PluginManifest } from '@portico/contracts';
import { integrityOf } from '@portico/remote-checks';
import { manifestFile } from '../folder/read-folder.ts';
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
  /** As the build wrote it. */
  readonly manifest: PluginManifest;
  readonly assets: ReadonlyMap<string, ManifestAsset>;
  readonly source: ArtifactSource;
}

/** Builds of a folder whose files open pages may still ask for. */
const formerBuilds = 3;
const storedVersions = 100;

function servedVersion(manifest: PluginManifest, version: string, source: ArtifactSource): ServedVersion {
  const { id } = manifest;
  return { id, key: `${id}/${version}`, manifest, assets: new Map(manifest.assets.map(one => [one.path, one])), source };
}

/** The manifest is served like a file: a shell that runs ES modules reads the digests of all of them there first. */
function manifestArtifact({ key, manifest }: ServedVersion): ServedArtifact {
  const body = Buffer.from(JSON.stringify(manifest));
  const asset = { path: manifestFile, bytes: body.length, integrity: integrityOf(body) };
  return { asset, artifact: { key: `${key}/${asset.integrity}`, read: async () => body }, recordedBytesOnly: true };
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
    const found = servedVersion(row.manifest, version, createBlobSource(versions));
    if (stored.size >= storedVersions) stored.clear();
    stored.set(key, found);
    return found;
  }

  return {
    offer(remotes) {
      const before = [...current.values()];
      current = new Map();
      for (const { version, content, status } of remotes) {
        if (status === 'refused' || !version || !content?.source) continue;
        const served = servedVersion(content.manifest as PluginManifest, version, content.source);
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
      if (served && path === manifestFile) return manifestArtifact(served);
      const asset = served?.assets.get(path);
      const artifact = asset && (await served?.source.find(asset));
      return artifact && { asset, artifact, recordedBytesOnly: !now };
    },
  };
}
