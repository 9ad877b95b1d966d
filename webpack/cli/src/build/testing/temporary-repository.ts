import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../../..');

/** Files of a package: path -> text. */
export type Files = Readonly<Record<string, string>>;

/** A repository in a temporary folder that has this repository's packages installed. */
export interface TemporaryRepository {
  readonly root: string;
  /** Writes the files of a package, for example below `remotes/tiny`; returns the package's folder. */
  add(folder: string, files: Files): string;
  remove(): void;
}

/** Makes a repository whose packages may be built. Remove it after use. */
export function createTemporaryRepository(): TemporaryRepository {
  const folder = mkdtempSync(join(tmpdir(), 'portico-build-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', workspaces: ['shell', 'remotes/*'] }));
  return {
    root: folder,
    add(place, files) {
      for (const [path, text] of Object.entries(files)) {
        const file = join(folder, place, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
      return join(folder, place);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The files of a build without source maps: path -> bytes. */
export function readBuild(directory: string): Map<string, Buffer> {
  const dist = join(directory, 'dist');
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name).slice(dist.length + 1));
  return new Map(paths.filter(path => !path.endsWith('.map')).sort().map(path => [path, readFileSync(join(dist, path))]));
}
