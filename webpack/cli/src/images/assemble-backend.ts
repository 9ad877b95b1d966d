import { existsSync, readdirSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { besideAssets, besidePackages, besideSources, copyFiles, isBuilt } from './copy-files.ts';
import type { AssembleRequest } from './image.ts';
import { findProductionPackages } from './production-packages.ts';

const portal = 'backends/portal';

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
  for (const folder of workspaces.values()) await copyFiles(join(root, folder), join(out, folder), besideSources);
  for (const folder of thirdParties) {
    if (existsSync(join(root, folder))) await copyFiles(join(root, folder), join(out, folder), besidePackages);
  }
  for (const [name, folder] of workspaces) {
    const link = join(out, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(out, folder)), link);
  }
  await copyFiles(join(root, 'shell/dist'), join(out, 'shell/dist'), besideAssets);
  for (const id of remotesOf(root)) await copyFiles(join(root, 'remotes', id, 'dist'), join(out, 'remotes', id, 'dist'), besideAssets);
  for (const file of ['app-config.yaml', 'app-config.production.yaml']) await copyFiles(join(root, file), join(out, file));
  await writeFile(join(out, 'package.json'), `${JSON.stringify({ name: 'portico-backend', private: true, type: 'module' }, undefined, 2)}\n`);
}
