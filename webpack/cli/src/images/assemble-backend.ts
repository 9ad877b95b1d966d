import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { besideAssets, besidePackages, besideSources, copyFiles, isBuilt } from './copy-files.ts';
import type { AssembleRequest } from './image.ts';
import { findProductionPackages } from './production-packages.ts';

const portal = 'backends/portal';
/** Layers of the configuration that the image brings; `PORTICO_ENV` chooses. */
const layers = ['app-config.yaml', 'app-config.production.yaml', 'app-config.replica.yaml', 'app-config.catalog.yaml'];

/** Remotes that the app team ships with the portal: all that are built, but the gallery of components, which is for development. */
function remotesOf(root: string): string[] {
  return readdirSync(join(root, 'remotes')).filter(id => id !== 'gallery' && isBuilt(join(root, 'remotes', id, 'dist')));
}

/**
 * The portal with everything that it needs: sources of its packages, which Node 24 runs as they are, third parties' packages as
 * the lock names them, the built shell and remotes, and the configuration's lowest layers.
 */
export async function assembleBackend({ root, out }: AssembleRequest): Promise<void> {
  const { workspaces, thirdParties } = findProductionPackages(root, portal);
  await Promise.all([...workspaces.values()].map(folder => copyFiles(join(root, folder), join(out, folder), besideSources)));
  // Side by side, but a package before those that lie in it.
  const depthOf = (folder: string) => folder.split('node_modules/').length;
  const installed = Map.groupBy(thirdParties.filter(folder => existsSync(join(root, folder))), depthOf);
  for (const [, folders] of [...installed].sort(([left], [right]) => left - right)) {
    await Promise.all(folders.map(folder => copyFiles(join(root, folder), join(out, folder), besidePackages)));
  }
  for (const [name, folder] of workspaces) {
    const link = join(out, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(out, folder)), link);
  }
  await copyFiles(join(root, 'shell/dist'), join(out, 'shell/dist'), besideAssets);
  for (const id of remotesOf(root)) await copyFiles(join(root, 'remotes', id, 'dist'), join(out, 'remotes', id, 'dist'), besideAssets);
  for (const file of layers) await copyFiles(join(root, file), join(out, file));
  await mkdir(join(out, 'empty'));
  await writeFile(join(out, 'package.json'), `${JSON.stringify({ name: 'portico-backend', private: true, type: 'module' }, undefined, 2)}\n`);
}
