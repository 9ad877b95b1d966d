import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './list-files.ts';

/** How long the files of a build stay after it was last served as the present one. */
export const previousBuildMs = 7 * 24 * 60 * 60 * 1000;

/** Copies of all builds of the last days, so that pages which were opened before a new build still find their files. */
export interface BuildArchive {
  /** Folders of the kept builds, the present one first. */
  list(): Promise<string[]>;
  /** Notes that the present build is still served, and removes builds that were not for 7 days. */
  prune(): Promise<void>;
}

/** Where the archive is, and what it keeps. */
export interface BuildArchiveOptions {
  /** Folder of the archive. */
  readonly directory: string;
  /** Folder of the present build's files. */
  readonly assetsDirectory: string;
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
}

async function idOf(directory: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await listFiles(directory)) {
    const { size, mtimeMs } = await stat(join(directory, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Copies the present build into the archive, if it is not there yet. The time stamp of a build's folder tells when it was last served. */
export async function openBuildArchive({ directory, assetsDirectory, now = Date.now }: BuildArchiveOptions): Promise<BuildArchive> {
  const present = await idOf(assetsDirectory);
  const folder = join(directory, present);
  const touch = () => utimes(folder, new Date(now()), new Date(now()));
  const kept = await stat(folder).catch(() => undefined);
  if (!kept) {
    const unfinished = join(directory, `.${present}-${randomUUID()}`);
    await mkdir(directory, { recursive: true });
    await cp(assetsDirectory, unfinished, { recursive: true, filter: source => !source.endsWith('.map') });
    await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  await touch();

  async function stamped(): Promise<{ folder: string; servedAtMs: number }[]> {
    const names = (await readdir(directory)).filter(name => /^[0-9a-f]{16}$/.test(name));
    const builds = names.map(async name => ({ folder: join(directory, name), servedAtMs: (await stat(join(directory, name))).mtimeMs }));
    return (await Promise.all(builds)).sort((left, right) => right.servedAtMs - left.servedAtMs);
  }

  return {
    async list() {
      const others = (await stamped()).map(build => build.folder).filter(other => other !== folder);
      return [folder, ...others];
    },
    async prune() {
      await touch();
      for (const build of await stamped()) {
        if (build.folder !== folder && now() - build.servedAtMs > previousBuildMs) await rm(build.folder, { recursive: true, force: true });
      }
    },
  };
}
