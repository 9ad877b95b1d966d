import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { buildErrors, createError } from '@portico/errors';

interface LockEntry {
  /** Set for a link in node_modules to a workspace: the workspace's folder. */
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

type Lock = Readonly<Record<string, LockEntry>>;

/** What a package needs to run. Folders are relative to the root, with forward slashes. */
export interface ProductionPackages {
  /** Folders of packages of the repository, by their names. */
  readonly workspaces: ReadonlyMap<string, string>;
  /** Folders of third parties' packages below some `node_modules`. */
  readonly thirdParties: readonly string[];
}

/** The package that a name means in a folder: the nearest `node_modules` that has it, as Node looks it up. */
function resolve(lock: Lock, folder: string, name: string): string | undefined {
  for (let place = folder; ; place = posix.dirname(place)) {
    const candidate = posix.join(place, 'node_modules', name);
    if (posix.basename(place) !== 'node_modules' && lock[candidate]) return lock[candidate].link ? lock[candidate].resolved : candidate;
    if (place === '.') return undefined;
  }
}

function needsOf(entry: LockEntry): Map<string, boolean> {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = entry;
  const needs = new Map<string, boolean>();
  // An optional peer comes with whoever wants it.
  for (const name of Object.keys(peerDependencies)) if (!peerDependenciesMeta[name]?.optional) needs.set(name, true);
  for (const name of Object.keys(dependencies)) needs.set(name, true);
  for (const name of Object.keys(optionalDependencies)) needs.set(name, false);
  return needs;
}

/**
 * Everything that a workspace needs to run, near or far, from the lock: no development dependencies.
 *
 * @param start - the workspace's folder
 * @throws BUILD_DEPENDENCY_UNKNOWN when the lock lacks one
 */
export function findProductionPackages(root: string, start: string): ProductionPackages {
  const { packages: lock } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock };
  const found = new Set([start]);
  for (const folder of found) {
    for (const [name, required] of needsOf(lock[folder] ?? {})) {
      const target = resolve(lock, folder, name);
      if (target) found.add(target);
      else if (required) throw createError(buildErrors.DEPENDENCY_UNKNOWN, { name, folder });
    }
  }
  const isThirdParty = (folder: string) => folder.includes('node_modules/');
  const nameOf = (folder: string) => (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }).name;
  return {
    workspaces: new Map([...found].filter(folder => !isThirdParty(folder)).map(folder => [nameOf(folder), folder])),
    thirdParties: [...found].filter(isThirdParty).sort(),
  };
}
