import { createError, messageOf, registryErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';
import type { ReadEntry } from 'tar';
import { manifestFile } from '../folder/read-folder.ts';
import { largestFile, mostBytes, mostFiles } from './limits.ts';

const longestPath = 500;
/** Control characters, and those that turn the direction of text round. */
// eslint-disable-next-line no-control-regex -- these are the ones that are refused
const treacherous = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

function invalid(reason: string): PorticoError {
  return createError(registryErrors.UPLOAD_INVALID, { reason });
}

/** The path of a file inside the build folder; undefined where it would lie elsewhere, or nobody could read it. */
function insidePath(path: string): string | undefined {
  const plain = path.replace(/^(\.\/)+/, '');
  if (plain.length > longestPath || treacherous.test(plain) || plain.includes('\\') || /^[A-Za-z]:/.test(plain)) return undefined;
  const parts = plain.split('/');
  return parts.some(part => part === '' || part === '.' || part === '..') ? undefined : plain;
}

/** Takes the entries of an archive one by one into memory; nothing is ever written to a disk. */
class ArchiveFiles {
  readonly files = new Map<string, Buffer>();
  fault: PorticoError | undefined;
  #bytes = 0;
  readonly #names = new Set<string>();

  take(entry: ReadEntry): void {
    this.fault ??= this.#refuse(entry);
    if (this.fault || entry.type === 'Directory') return void entry.resume();
    const path = insidePath(entry.path) as string;
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.on('end', () => this.files.set(path, Buffer.concat(chunks)));
  }

  #refuse({ type, path, size }: ReadEntry): PorticoError | undefined {
    const shown = JSON.stringify(path.slice(0, 120));
    if (type === 'Directory') return undefined;
    if (type !== 'File' && type !== 'OldFile' && type !== 'ContiguousFile') return invalid(`${shown}, which is a ${type} and not a file`);
    const inside = insidePath(path);
    if (inside === undefined) return invalid(`the path ${shown}, which is not one inside the build folder`);
    const name = inside.toLowerCase();
    if (this.#names.has(name)) return invalid(`${shown} twice`);
    this.#names.add(name);
    this.#bytes += size;
    if (size > largestFile && !inside.endsWith('.map')) return createError(registryErrors.UPLOAD_TOO_LARGE, { limit: `${largestFile} bytes in a file` });
    if (this.#names.size > mostFiles) return createError(registryErrors.UPLOAD_TOO_LARGE, { limit: `${mostFiles} files` });
    if (this.#bytes > mostBytes) return createError(registryErrors.UPLOAD_TOO_LARGE, { limit: `${mostBytes} bytes of files` });
    return undefined;
  }
}

/** An archive of the folder itself has everything below one name. */
function withoutOuterFolder(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  const [first] = files.keys();
  const outer = first?.split('/')[0];
  if (files.has(manifestFile) || !outer || !files.has(`${outer}/${manifestFile}`)) return files;
  const prefix = `${outer}/`;
  if (![...files.keys()].every(path => path.startsWith(prefix))) return files;
  return new Map([...files].map(([path, body]) => [path.slice(prefix.length), body]));
}

/**
 * Reads the files of a tar archive. One entry that is anything but a plain file inside the folder refuses the whole.
 *
 * @throws REGISTRY_UPLOAD_INVALID, REGISTRY_UPLOAD_TOO_LARGE
 */
export async function readArchive(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const { Parser } = await import('tar');
  const found = new ArchiveFiles();
  const parser = new Parser({ strict: true, onReadEntry: entry => found.take(entry) });
  const done = new Promise<void>((resolve, reject) => {
    parser.on('end', () => resolve());
    parser.on('error', reject);
  });
  try {
    parser.end(archive);
    await done;
  } catch (cause) {
    throw found.fault ?? invalid(`an archive that can't be read: ${messageOf(cause).slice(0, 100)}`);
  }
  if (found.fault) throw found.fault;
  if (found.files.size === 0) throw invalid('an archive without files');
  return withoutOuterFolder(found.files);
}
