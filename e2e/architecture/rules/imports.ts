import path from 'node:path';
import ts from 'typescript';
import { isTestFile, read } from '../repository/source-files.ts';
import type { Workspace } from '../repository/workspaces.ts';

/** An import that leaves its package by a window instead of the door. */
export interface ImportFault {
  readonly file: string;
  readonly specifier: string;
  readonly message: string;
}

function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The module specifiers that a file imports, statically or by `import()`. */
export function importsOf(text: string): readonly string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(found => found.fileName);
}

function faultOf(file: string, specifier: string, owner: Workspace): string | undefined {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(file), specifier);
    if (target.startsWith(`${owner.folder}/`)) return undefined;
    return `${file} reaches into another room by ${specifier}. Import that package by its name, after adding it to dependencies.`;
  }
  if (specifier.startsWith('node:')) return undefined;
  const name = packageOf(specifier);
  if (name === owner.name || owner.dependencies.includes(name)) return undefined;
  const forTests = isTestFile(file) || /\.config\.(ts|js)$/.test(file);
  if (forTests && (owner.devDependencies.includes(name) || !name.startsWith('@portico/'))) return undefined;
  return `${file} imports ${name}, which ${owner.folder}/package.json doesn't declare. Add it to dependencies, or take the right door for it.`;
}

/** Every import of a file that its package doesn't declare, or that reaches into another room by a relative path. */
export function importFaults(file: string, owner: Workspace): readonly ImportFault[] {
  return importsOf(read(file)).flatMap(specifier => {
    const message = faultOf(file, specifier, owner);
    return message ? [{ file, specifier, message }] : [];
  });
}
