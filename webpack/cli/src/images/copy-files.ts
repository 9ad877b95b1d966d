import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** What to leave out, as a test of paths below the copied folder, with forward slashes and a leading one. */
export type Unwanted = RegExp;

/** A package of the repository runs from its sources; nothing of it that only tests, checks and other builds read. */
export const besideSources: Unwanted =
  /^\/(node_modules|dist|\.types|dev|examples|tsconfig\.json|webpack\.config\.ts)(\/|$)|\/(fixtures|testing|conformance)(\/|$)|\.(test|contract)\.tsx?$|\.md$/;

/** Sources, declarations, tests and words of third parties; prebuilt addons of other systems. */
export const besidePackages: Unwanted =
  /^\/node_modules(\/|$)|^\/(deps|binding\.gyp|test|tests|__tests__|docs|examples?|benchmarks?|\.github)(\/|$)|\.(map|d\.[cm]?ts|markdown|flow|c|cc|cpp|h)$|^\/(CHANGELOG|README|HISTORY)[^/]*\.md$|\/prebuilds\/(?!linux-)|musl/i;

/** Source maps and, for a server that cannot send them, files that are compressed in a way of their own. */
export const besideAssets: Unwanted = /\.map(\.(br|gz))?$|\/\.build-stamp$/;

/** Copies a folder or a file, without what is unwanted. */
export async function copyFiles(from: string, to: string, unwanted: Unwanted = /^$/): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    filter: source => source === from || !unwanted.test(`/${relative(from, source).split(sep).join('/')}`),
  });
}

/** True if a build has left its files in the folder. */
export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'page.json')) || existsSync(join(folder, 'portico-plugin.json'));
}
