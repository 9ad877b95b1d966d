import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Regular files below a folder, as paths with "/" relative to it. Links are left out: they may lead anywhere. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
