import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createError, frameworkErrors, messageOf } from '@portico/errors';

/** A data folder that belongs to this process until it is closed. */
export interface DataDirectory {
  readonly path: string;
  close(): void;
}

const holderFile = 'portal.pid';
const lockFile = 'portal.lock';

async function holderOf(path: string): Promise<string> {
  const holder = await readFile(join(path, holderFile), 'utf8').catch(() => '');
  return holder ? `process ${holder.trim()}` : 'unknown process';
}

/**
 * Makes the folder where needed and takes it for this process. The lock is one of the operating system's, held through a
 * database file, so it ends with the process however that ends, and there is no stale lock to clear away.
 *
 * @param pid - what a second process is told about the holder
 * @throws FRAMEWORK_DATA_DIRECTORY_NOT_WRITABLE, FRAMEWORK_DATA_DIRECTORY_IN_USE
 */
export async function openDataDirectory(path: string, pid?: number): Promise<DataDirectory> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    const { default: Database } = await import('better-sqlite3');
    const lock = new Database(join(path, lockFile), { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
    await writeFile(join(path, holderFile), pid === undefined ? '' : `${pid}\n`);
    return { path, close: () => void lock.close() };
  } catch (cause) {
    const code = String((cause as { code?: unknown } | null)?.code ?? '');
    if (code.startsWith('SQLITE_BUSY')) {
      throw createError(frameworkErrors.DATA_DIRECTORY_IN_USE, { path, holder: await holderOf(path) }, { cause });
    }
    const reason = code || messageOf(cause);
    throw createError(frameworkErrors.DATA_DIRECTORY_NOT_WRITABLE, { path, reason }, { cause });
  }
}
