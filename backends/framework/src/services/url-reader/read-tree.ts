import { createError, frameworkErrors, isPorticoError, messageOf } from '@portico/errors';
import type { ReadEntry } from 'tar';
import type { ReadTreeOptions, TreeFile } from './url-reader-service.ts';

const defaultMostBytes = 50 * 1024 * 1024;
const mostFiles = 20_000;
const fileTypes = new Set(['File', 'OldFile', 'ContiguousFile']);

/** What `filesOf` takes beside the archive. */
export interface ArchiveOptions extends Pick<ReadTreeOptions, 'filter' | 'maxTreeBytes'> {
  /** Named in errors. */
  readonly url: string;
}

/** A path below the outermost folder, which archives of repositories have; undefined for one that leads out of it. */
function pathInTree(path: string): string | undefined {
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  return path.includes('\\') || parts.includes('..') || parts.length < 2 ? undefined : parts.slice(1).join('/');
}

/**
 * The plain files of a tar archive, compressed by gzip or not; links and devices are left out. Held in memory.
 *
 * @throws FRAMEWORK_READ_ARCHIVE, FRAMEWORK_READ_TREE_TOO_LARGE
 */
export async function filesOf(archive: Buffer, { url, filter, maxTreeBytes: limit = defaultMostBytes }: ArchiveOptions): Promise<TreeFile[]> {
  const { Parser } = await import('tar');
  const files = new Map<string, Buffer>();
  let bytes = 0;
  let fault: Error | undefined;

  function take(entry: ReadEntry): void {
    const path = fileTypes.has(entry.type) ? pathInTree(entry.path) : undefined;
    const { size } = entry;
    if (fault || path === undefined || filter?.(path, { size }) === false) return void entry.resume();
    bytes += size;
    if (bytes > limit || files.size >= mostFiles) {
      fault = createError(frameworkErrors.READ_TREE_TOO_LARGE, { url, limit, mostFiles });
      return void entry.resume();
    }
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.on('end', () => files.set(path, Buffer.concat(chunks)));
  }

  const parser = new Parser({ strict: true, onReadEntry: take });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  parser.on('end', resolve);
  parser.on('error', reject);
  try {
    parser.end(archive);
    await ended;
  } catch (cause) {
    fault ??= isPorticoError(cause) ? cause : createError(frameworkErrors.READ_ARCHIVE, { url, reason: messageOf(cause).slice(0, 100) }, { cause });
  }
  if (fault) throw fault;
  return [...files].map(([path, content]) => ({ path, content: () => Promise.resolve(content) }));
}
