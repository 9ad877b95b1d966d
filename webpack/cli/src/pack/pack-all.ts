import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildErrors, createError } from '@portico/errors';
import { readWorkspace } from '../build/workspace.ts';
import { stagePackage } from './stage-package.ts';

const libraryRoles = new Set(['common-library', 'web-library', 'node-library']);

/** What `packAll` takes. */
export interface PackOptions {
  readonly root: string;
  /** Folder for the archives. */
  readonly target: string;
}

/** One archive that was written. */
export interface PackedPackage {
  readonly name: string;
  readonly directory: string;
  /** Absolute path of the `.tgz`. */
  readonly archive: string;
}

function isLibrary(directory: string, root: string): boolean {
  const { portico } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { portico?: { role?: string } };
  const room = relative(root, directory);
  return libraryRoles.has(portico?.role ?? '') || room === 'webpack/cli';
}

/** `npm pack` writes one archive for each folder, and prints their names in the same order. */
function npmPack(directories: readonly string[], target: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', target, ...directories];
    const child = spawn('npm', args, { cwd: target, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let fault = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (fault += chunk.toString()));
    child.on('error', reject);
    child.on('close', code => {
      const archives = output.trim().split('\n').map(name => join(target, name));
      if (code === 0 && archives.length === directories.length) resolve(archives);
      else reject(createError(buildErrors.PACK_FAILED, { directory: target, reason: fault.trim() || `npm ended with ${code}` }));
    });
  });
}

/** Packs every library package that a plugin outside of this repository may depend on, and the command line tool. */
export async function packAll({ root, target }: PackOptions): Promise<PackedPackage[]> {
  rmSync(target, { recursive: true, force: true });
  const staging = join(target, 'staged');
  mkdirSync(staging, { recursive: true });
  const libraries = [...readWorkspace(root).values()]
    .filter(({ directory }) => isLibrary(directory, root))
    .map(({ name, directory }) => ({ name, directory, staged: join(staging, name.replace('/', '-')) }));
  await Promise.all(libraries.map(({ directory, staged }) => stagePackage(directory, staged)));
  const archives = await npmPack(libraries.map(({ staged }) => staged), target);
  rmSync(staging, { recursive: true });
  return libraries.map(({ name, directory }, index) => ({ name, directory, archive: archives[index] ?? '' }));
}
