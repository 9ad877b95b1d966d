import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './workspaces.ts';

/** Every file that git tracks or would track, with forward slashes, below the root. */
export function repositoryFiles(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return listed
    .toString('utf8')
    .split('\0')
    .filter(file => file !== '' && fs.existsSync(path.join(root, file)))
    .sort();
}

/** True for code that people write: TypeScript, JavaScript and style sheets. */
export function isCode(file: string): boolean {
  return /\.(ts|tsx|js|mjs|css)$/.test(file);
}

/** True for files that only tests and checks use: tests, fixtures, journeys, benchmarks and the like. */
export function isTestFile(file: string): boolean {
  return /\.test\.tsx?$|\.contract\.tsx?$|\/(fixtures|testing)\/|^e2e\/|^shared\/test-(kit|servers)\/|\/dev\//.test(file);
}

/** The text of a file of the repository. */
export function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}
