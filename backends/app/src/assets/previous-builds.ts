import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
  const paths = await listFiles(directory);
  const stats = await Promise.all(paths.map(path => stat(join(directory, path))));
  const hash = createHash('sha256');
  paths.forEach((path, index) => hash.update(`${path}\0${stats[index]?.size}\0${stats[index]?.mtimeMs}\n`));
  return hash.digest('hex').slice(0, 16);
}

/** All files at once, which `cp` of Node.js takes one after the other. */
async function copyBuild(from: string, to: string): Promise<void> {
  const paths = (await listFiles(from)).filter(path => !path.endsWith('.map'));
  const folders = new Set(paths.map(path => dirname(join(to, path))));
  await Promise.all([to, ...folders].map(folder => mkdir(folder, { recursive: true })));
  await Promise.all(paths.map(path => copyFile(join(from, path), join(to, path))));
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
    await copyBuild(assetsDirectory, unfinished);
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
