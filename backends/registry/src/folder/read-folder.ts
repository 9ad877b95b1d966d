import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createError, registryErrors } from '@portico/errors';
import { integrityOf, overwrittenGlobalsOf } from '@portico/remote-checks';
import type { BuiltFile } from '@portico/remote-checks';
import type { RemoteContent } from '../remotes/remote-content.ts';
import { createFolderSource } from './folder-source.ts';
import { parseManifest } from './parse-manifest.ts';

/** Name of the file that describes a build. */
export const manifestFile = 'portico-plugin.json';

interface NamedAssets {
  readonly entry: unknown;
  readonly paths: readonly string[];
}

/** What a manifest of unknown shape says about files. */
export function assetsNamedBy(manifest: unknown): NamedAssets {
  const { assets, federation } = (manifest ?? {}) as { assets?: unknown; federation?: { entry?: unknown } };
  const listed = Array.isArray(assets) ? assets.map((asset: unknown) => (asset as { path?: unknown } | null)?.path) : [];
  return { entry: federation?.entry, paths: listed.filter(one => typeof one === 'string') };
}

/** What rules want to know of a file. */
export function describeFile(name: string, body: Buffer, entry: unknown): BuiltFile {
  return {
    path: name,
    bytes: body.length,
    integrity: integrityOf(body),
    ...(name === entry ? { gzipBytes: gzipSync(body, { level: 9 }).length } : {}),
    ...(/\.[cm]?js$/.test(name) ? { head: body.subarray(0, 64).toString('latin1') } : {}),
    ...(name.endsWith('.css') ? { text: body.toString('utf8') } : {}),
    ...(/\.m?js$/.test(name) ? { overwrites: overwrittenGlobalsOf(body.toString('utf8')) } : {}),
  };
}

async function readBuiltFile(directory: string, name: string, entry: unknown): Promise<BuiltFile | undefined> {
  const file = path.resolve(directory, name);
  if (!file.startsWith(path.resolve(directory) + path.sep)) return undefined;
  try {
    return describeFile(name, await readFile(file), entry);
  } catch {
    // A file that can't be read is not there as far as browsers are concerned; a rule reports it.
    return undefined;
  }
}

async function readManifest(directory: string): Promise<unknown> {
  const file = path.join(directory, manifestFile);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    const folder = await stat(directory).catch(() => undefined);
    const what = folder?.isDirectory() ? registryErrors.MANIFEST_MISSING : registryErrors.FOLDER_MISSING;
    throw createError(what, { path: directory });
  }
  return parseManifest(bytes, file);
}

/**
 * Reads a remote's build folder: its manifest, and the digests of the files that are on disk.
 *
 * @throws REGISTRY_FOLDER_MISSING, REGISTRY_MANIFEST_MISSING, REGISTRY_MANIFEST_UNREADABLE
 */
export async function readFolder(directory: string): Promise<RemoteContent> {
  const manifest = await readManifest(directory);
  const { entry, paths } = assetsNamedBy(manifest);
  const files: BuiltFile[] = [];
  // One after another: a remote has few files, and a portal has many remotes that are read at the same time.
  for (const name of paths) {
    const file = await readBuiltFile(directory, name, entry);
    if (file) files.push(file);
  }
  return { manifest, files, source: createFolderSource(directory) };
}
