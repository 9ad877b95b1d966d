import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isCode, isTestFile, read, repositoryFiles } from './repository/source-files.ts';

const code = repositoryFiles().filter(isCode);
const sources = code.filter(file => !isTestFile(file));

function lines(file: string): number {
  return read(file).split('\n').length - 1;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const vagueWords = /(^|[-.])(utils?|helpers?|managers?|impl|next|v2|misc)([-.]|$)/;

describe('files', () => {
  test('are small: median at most 80 lines, nine of ten at most 250, none over 400', () => {
    const sizes = sources.map(lines).sort((left, right) => left - right);
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(80);
    expect(quantile(sizes, 0.9)).toBeLessThanOrEqual(250);
    expect(code.filter(file => lines(file) > 400)).toEqual([]);
  });

  test('have names of plain whole words in kebab case', () => {
    expect(code.filter(file => !kebabCase.test(path.posix.basename(file)))).toEqual([]);
    expect(code.filter(file => vagueWords.test(path.posix.basename(file)))).toEqual([]);
  });

  test('one barrel per package: no index file below src', () => {
    expect(code.filter(file => /\/src\/.+\/index\.tsx?$/.test(file))).toEqual([]);
  });

  test('paths of the repository that comments and pages name exist', () => {
    const known = new Set(repositoryFiles().flatMap(file => {
      const parts = file.split('/');
      return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
    }));
    const missing: string[] = [];
    for (const file of repositoryFiles().filter(name => /\.(ts|tsx|mjs|js|md)$/.test(name))) {
      const text = file.endsWith('.md') ? read(file) : (read(file).match(/\/\*\*?[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? []).join('\n');
      for (const [, named] of text.matchAll(/(?<![\w./@:-])((?:shell|remotes|backends|shared|webpack|e2e|nginx)\/[\w./-]*\w)/g)) {
        const generated = /(^|\/)(dist|node_modules|\.types)(\/|$)|\/(tiny|example|announcements)(\/|$)/.test(named ?? '');
        if (named && !generated && !known.has(named)) missing.push(`${file}: ${named}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('only the HTTP layer of the framework turns errors into statuses', () => {
    const offenders = sources.filter(
      file => file.startsWith('backends/') && !file.startsWith('backends/framework/src/http') && /\.status\([45]|statusCode = [45]/.test(read(file)),
    );
    expect(offenders).toEqual([]);
  });

  test('sharing rules are written where the table of shared modules is turned into a build, and nowhere else', () => {
    const allowed = /^webpack\/(preset|manifest)\//;
    expect(sources.filter(file => !allowed.test(file) && /\bsingleton:/.test(read(file)))).toEqual([]);
  });

  test('routers know no database', () => {
    const routers = sources.filter(file => /^backends\/.*router[^/]*\.ts$/.test(file));
    expect(routers.filter(file => /from 'knex'/.test(read(file)))).toEqual([]);
  });

  test('nothing names a machine, a registry host or a scratch folder', () => {
    const pattern = /\/(root|home\/\w+|Users\/\w+)\//;
    const allowed = 'e2e/architecture/files.test.ts';
    expect(repositoryFiles().filter(file => /\.(ts|tsx|js|mjs|json|md|ya?ml|css)$/.test(file) && file !== allowed && pattern.test(read(file)))).toEqual([]);
  });
});
