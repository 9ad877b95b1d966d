import { stat } from 'node:fs/promises';
import path from 'node:path';
import { assetsNamedBy, manifestFile } from './read-folder.ts';

async function signatureOf(file: string): Promise<string> {
  const state = await stat(file).catch(() => undefined);
  return state ? `${state.mtimeMs}:${state.size}:${state.ino}` : 'absent';
}

/**
 * A text that changes when a folder should be read again: with its manifest, which a build writes last. Give the manifest
 * of a folder that was found faulty, and the files that it names count as well.
 */
export async function folderSignature(directory: string, faultyManifest?: unknown): Promise<string> {
  const names = [manifestFile, ...assetsNamedBy(faultyManifest).paths];
  const signatures = await Promise.all(names.map(name => signatureOf(path.join(directory, name))));
  return signatures.join('|');
}
