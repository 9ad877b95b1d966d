import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { closureOf, type WorkspacePackage } from './workspace.ts';

const outputs = new Set(['dist', '.types', 'node_modules', 'coverage']);

/**
 * Gives the content hash of everything that a package's build reads: its own files, those of the packages that it
 * uses (the preset included), and the lock. Test files don't count. Each package is read once per function made.
 */
export function createInputHasher(root: string, workspace: ReadonlyMap<string, WorkspacePackage>): (one: WorkspacePackage) => string {
  const known = new Map<string, string>();
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const ownHash = (one: WorkspacePackage): string => {
    const hash = known.get(one.name) ?? hashFolder(one.directory);
    known.set(one.name, hash);
    return hash;
  };
  return start => {
    const parts = closureOf(start, workspace).map(one => `${one.name} ${ownHash(one)}`);
    return createHash('sha256').update([lock, ...parts.sort()].join('\n')).digest('hex');
  };
}

function hashFolder(directory: string): string {
  const hash = createHash('sha256');
  for (const file of filesIn(directory)) hash.update(relative(directory, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesIn(directory: string): string[] {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  return entries.flatMap(entry => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return outputs.has(entry.name) ? [] : filesIn(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
}
