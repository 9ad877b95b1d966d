import { indexAssets } from './asset-index.ts';
import type { AssetIndex } from './asset-index.ts';
import { openBuildArchive } from './previous-builds.ts';
import type { BuildArchiveOptions } from './previous-builds.ts';

/** The files of the present build and of the previous ones. */
export interface Assets {
  index(): AssetIndex;
  /** Forgets builds that have not been served for 7 days. */
  prune(): Promise<void>;
}

/** Takes the present build into the archive, and indexes what the archive holds. */
export async function openAssets(options: BuildArchiveOptions): Promise<Assets> {
  const archive = await openBuildArchive(options);
  let index = await indexAssets(await archive.list());
  return {
    index: () => index,
    async prune() {
      await archive.prune();
      index = await indexAssets(await archive.list());
    },
  };
}
