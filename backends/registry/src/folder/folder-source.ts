import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactSource } from '../artifacts/artifact-source.ts';

/**
 * Serves a version from its build folder: what is there now, also when it no longer is what was recorded. The digests in
 * the snapshot and in the entry are what keeps changed bytes from running.
 */
export function createFolderSource(directory: string): ArtifactSource {
  return {
    async find(asset) {
      const file = path.resolve(directory, asset.path);
      const state = await stat(file).catch(() => undefined);
      if (!state?.isFile()) return undefined;
      return {
        key: `${file}\0${state.mtimeMs}\0${state.ctimeMs}\0${state.size}`,
        read: () => readFile(file).catch(() => undefined),
      };
    },
  };
}
