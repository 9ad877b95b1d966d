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

/** `npm pack` writes the archive and prints its name. */
function npmPack(directory: string, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', target];
    const child = spawn('npm', args, { cwd: directory, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let fault = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (fault += chunk.toString()));
    child.on('error', reject);
    child.on('close', code => {
      const name = output.trim().split('\n').at(-1) ?? '';
      if (code === 0 && name !== '') resolve(join(target, name));
      else reject(createError(buildErrors.PACK_FAILED, { directory, reason: fault.trim() || `npm ended with ${code}` }));
    });
  });
}

/** Packs every library package that a plugin outside of this repository may depend on, and the command line tool. */
export async function packAll({ root, target }: PackOptions): Promise<PackedPackage[]> {
  rmSync(target, { recursive: true, force: true });
  const staging = join(target, 'staged');
  mkdirSync(staging, { recursive: true });
  const libraries = [...readWorkspace(root).values()].filter(({ directory }) => isLibrary(directory, root));
  const packed = await Promise.all(
    libraries.map(async ({ name, directory }) => {
      const staged = join(staging, name.replace('/', '-'));
      await stagePackage(directory, staged);
      return { name, directory, archive: await npmPack(staged, target) };
    }),
  );
  rmSync(staging, { recursive: true });
  return packed;
}
