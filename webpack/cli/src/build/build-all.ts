import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { buildErrors, createError, type ErrorDetail } from '@portico/errors';
import { compilePackage } from './compile/compile-package.ts';
import { detailOfFault, warningLine } from './compile/fault-lines.ts';
import type { CompileFault } from './compile/messages.ts';
import { createInputHasher } from './input-hash.ts';
import { readWorkspace, type WorkspacePackage } from './workspace.ts';

/** What to build, and whom to tell. */
export interface BuildRequest {
  /** The repository's folder. */
  readonly root: string;
  /** `shell` and ids of remotes; all when left out. */
  readonly names?: readonly string[];
  /** Called with one line per step, without a line break. */
  readonly onProgress?: (line: string) => void;
}

/** The names of the packages that were built, and of those that had nothing to build. */
export interface BuildResult {
  readonly built: string[];
  readonly upToDate: string[];
}

interface Target {
  readonly name: string;
  readonly directory: string;
  readonly hash: string;
}

/**
 * Builds the shell and the remotes for production, two at a time. A package whose inputs have the same content as
 * at its last build is left as it is. Throws `BUILD_FAILED` with every fault of every package as details.
 */
export async function buildAll({ root, names, onProgress = () => undefined }: BuildRequest): Promise<BuildResult> {
  const targets = chooseTargets(root, names);
  const waiting = targets.filter(target => !isUpToDate(target));
  const upToDate = targets.filter(target => !waiting.includes(target)).map(target => target.name);
  const built: string[] = [];
  const details: ErrorDetail[] = [];
  const work = async (): Promise<void> => {
    for (let target = waiting.shift(); target; target = waiting.shift()) {
      const faults = await build(target, onProgress);
      if (faults.length === 0) built.push(target.name);
      details.push(...faults.map(fault => detailOfFault(fault, target?.name)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  if (details.length > 0) throw createError(buildErrors.FAILED, { count: details.length }, { details });
  return { built: built.sort(), upToDate };
}

async function build({ name, directory, hash }: Target, onProgress: (line: string) => void): Promise<readonly CompileFault[]> {
  const started = performance.now();
  onProgress(`${name}: building`);
  const { faults, warnings } = await compilePackage(directory);
  for (const warning of warnings) onProgress(`${name}: ${warningLine(warning)}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  onProgress(faults.length === 0 ? `${name}: built in ${seconds} s` : `${name}: failed after ${seconds} s`);
  if (faults.length === 0) writeFileSync(stampFile(directory), hash);
  return faults;
}

function stampFile(directory: string): string {
  return join(directory, 'dist/.build-stamp');
}

function isUpToDate({ directory, hash }: Target): boolean {
  const made = ['page.json', 'portico-plugin.json', 'main.mjs'].some(file => existsSync(join(directory, 'dist', file)));
  return made && existsSync(stampFile(directory)) && readFileSync(stampFile(directory), 'utf8') === hash;
}

// The shell comes first: it takes longest.
function chooseTargets(root: string, names: readonly string[] | undefined): Target[] {
  const workspace = readWorkspace(root);
  const hashOf = createInputHasher(root, workspace);
  const buildable = [...workspace.values()].filter(one => existsSync(join(one.directory, 'webpack.config.ts')));
  const named = new Map(buildable.map(one => [nameOf(root, one), one]));
  const unknown = names?.find(name => !named.has(name));
  if (unknown) throw createError(buildErrors.TARGET_UNKNOWN, { name: unknown, known: [...named.keys()].sort().join(', ') });
  return [...named]
    .filter(([name]) => !names?.length || names.includes(name))
    .sort(([left], [right]) => Number(right === 'shell') - Number(left === 'shell') || (left < right ? -1 : 1))
    .map(([name, one]) => ({ name, directory: one.directory, hash: hashOf(one) }));
}

function nameOf(root: string, one: WorkspacePackage): string {
  return relative(root, one.directory).replace(/^(remotes|backends)\//, '');
}
