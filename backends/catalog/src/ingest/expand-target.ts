import type { SourceTarget } from '../reading/source.ts';
import { isInside } from '../reading/confined-file.ts';
import { glob, isDynamicPattern } from 'tinyglobby';

/** The files that a target with wildcards names, sorted; other targets as they are. Only files inside `folder` are found. */
export async function expandTarget(target: SourceTarget, folder: string | undefined): Promise<SourceTarget[]> {
  if (target.type !== 'file' || folder === undefined || !isDynamicPattern(target.target)) return [target];
  const files = await glob(target.target, {
    cwd: folder,
    absolute: true,
    dot: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return files
    .filter(file => isInside(file, folder))
    .toSorted()
    .map(file => ({ ...target, target: file }));
}
