import fs from 'node:fs';
import path from 'node:path';

/** The repository's root folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** One npm workspace of the repository. */
export interface Workspace {
  /** Folder below the root, with forward slashes: `shared/errors`. */
  readonly folder: string;
  readonly name: string;
  readonly role: string | undefined;
  readonly pluginId: string | undefined;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

interface PackageFile {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly portico?: { readonly role?: string; readonly pluginId?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Reads a JSON file of the repository. */
export function readJson<T>(file: string): T {
  return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')) as T;
}

function foldersOf(pattern: string): readonly string[] {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  if (!fs.existsSync(path.join(root, parent))) return [];
  return fs.readdirSync(path.join(root, parent)).map(name => `${parent}/${name}`);
}

/** Every workspace, sorted by folder. */
export function workspaces(): readonly Workspace[] {
  const patterns = readJson<PackageFile>('package.json').workspaces ?? [];
  return patterns
    .flatMap(foldersOf)
    .filter(folder => fs.existsSync(path.join(root, folder, 'package.json')))
    .sort()
    .map(folder => {
      const file = readJson<PackageFile>(`${folder}/package.json`);
      return {
        folder,
        name: file.name,
        role: file.portico?.role,
        pluginId: file.portico?.pluginId,
        dependencies: Object.keys(file.dependencies ?? {}),
        devDependencies: Object.keys(file.devDependencies ?? {}),
      };
    });
}
