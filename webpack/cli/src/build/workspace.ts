import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One package of the repository. */
export interface WorkspacePackage {
  readonly name: string;
  readonly directory: string;
  /** Names of the repository's packages that its build reads; the preset is one of them for packages that use it. */
  readonly uses: readonly string[];
}

interface Description {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const preset = '@portico/preset';

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function foldersOf(root: string, pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [join(root, pattern)];
  const parent = join(root, pattern.slice(0, -2));
  return existsSync(parent) ? readdirSync(parent).map(name => join(parent, name)) : [];
}

/** All packages of the repository by name. */
export function readWorkspace(root: string): Map<string, WorkspacePackage> {
  const { workspaces } = readJson<{ workspaces: readonly string[] }>(join(root, 'package.json'));
  const folders = workspaces.flatMap(pattern => foldersOf(root, pattern));
  const packages = folders.filter(folder => existsSync(join(folder, 'package.json'))).map(readPackage);
  return new Map(packages.map(one => [one.name, one]));
}

function readPackage(directory: string): WorkspacePackage {
  const { name, dependencies = {}, devDependencies = {} } = readJson<Description>(join(directory, 'package.json'));
  return { name, directory, uses: [...Object.keys(dependencies), ...(preset in devDependencies ? [preset] : [])] };
}

/** A package and all packages of the repository that it uses, near or far. */
export function closureOf(start: WorkspacePackage, workspace: ReadonlyMap<string, WorkspacePackage>): WorkspacePackage[] {
  const found = new Set([start]);
  for (const one of found) {
    for (const name of one.uses) {
      const used = workspace.get(name);
      if (used) found.add(used);
    }
  }
  return [...found];
}
