import { open, realpath } from 'node:fs/promises';
import { relative, isAbsolute } from 'node:path';
import { catalogErrors, createError } from '@portico/errors';
import { longestFileBytes } from './longest-file.ts';

/** True when a path is the folder or lies in it; both absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith('../') && !isAbsolute(way));
}

/** @throws catalogErrors.TARGET_REFUSED for a path that is not in the folder, whether or not there is such a file */
export function assertInside(path: string, folder: string): void {
  if (!isInside(path, folder)) {
    throw createError(catalogErrors.TARGET_REFUSED, { target: path, reason: `it lies outside of ${folder}` });
  }
}

/**
 * Reads a text file that lies in `folder`, links followed first.
 *
 * @throws catalogErrors.TARGET_REFUSED outside of the folder, FILE_TOO_LARGE, FILE_UNREADABLE, TEXT_INVALID
 */
export async function readConfinedFile(path: string, folder: string): Promise<string> {
  assertInside(path, folder);
  const [realFolder, realFile] = await Promise.all([realpath(folder), realpath(path)]);
  assertInside(realFile, realFolder);
  const file = await open(realFile, 'r');
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw createError(catalogErrors.FILE_UNREADABLE, { path, reason: 'it is not a file' });
    if (stats.size > longestFileBytes) {
      throw createError(catalogErrors.FILE_TOO_LARGE, { path, limit: longestFileBytes, size: stats.size });
    }
    const bytes = Buffer.alloc(stats.size + 1);
    // One byte more than the size said, and no further: a file that grows meanwhile is cut and read again later.
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return decodeText(bytes.subarray(0, bytesRead), path);
  } finally {
    await file.close();
  }
}

/** Bytes as text. @throws catalogErrors.TEXT_INVALID for anything but UTF-8 */
export function decodeText(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw createError(catalogErrors.TEXT_INVALID, { path }, { cause });
  }
}
