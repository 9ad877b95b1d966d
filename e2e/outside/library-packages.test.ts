import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOutsideRepository, releaseNotes } from '../fixtures/outside-repository.ts';
import type { OutsideRepository } from '../fixtures/outside-repository.ts';
import { root } from '../setup/portal.ts';

let outside: OutsideRepository;
beforeAll(() => {
  outside = createOutsideRepository();
  outside.write(releaseNotes('1.0.0', 'The first'));
});
afterAll(() => outside.remove());

describe('library packages outside of the repository', () => {
  test('are all that a remote needs to be built and checked', () => {
    const built = outside.portico(['build']);
    expect(built.output).toMatch(/release-notes 1\.0\.0 built in/);
    expect(built.code).toBe(0);
    const manifest = JSON.parse(readFileSync(join(outside.directory, 'dist/portico-plugin.json'), 'utf8')) as object;
    expect(manifest).toMatchObject({ id: 'release-notes', version: '1.0.0', routes: [{ path: '/release-notes' }] });
    expect(outside.portico(['check'])).toEqual({ code: 0, output: 'release-notes 1.0.0 may be published\n' });
  });

  test('have types', () => {
    const compilerOptions = { composite: false, declaration: false, noEmit: true, emitDeclarationOnly: false, customConditions: [], skipLibCheck: false, types: [] };
    const files = ['src/plugin.tsx', 'src/page.tsx'];
    outside.write({ 'tsconfig.json': JSON.stringify({ extends: join(root, 'tsconfig.json'), references: [], files, compilerOptions }) });
    const check = () => spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', outside.directory], { encoding: 'utf8' }).stdout;
    expect(check()).toBe('');
    const page = releaseNotes('1.0.0', 'The first')['src/page.tsx'] ?? '';
    outside.write({ 'src/page.tsx': page.replace('title="Release notes"', 'title={5}') });
    expect(check()).toMatch(/src\/page\.tsx.*TS2322/);
  });

  test('hold no source, no tests and no way back into the repository', () => {
    for (const name of outside.packages) {
      const directory = join(outside.directory, 'node_modules', name);
      const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
      expect(files.filter(file => /\.test\.|^src\/|(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
      expect(readFileSync(join(directory, 'package.json'), 'utf8')).not.toMatch(/@portico\/source|"private"|"devDependencies"/);
    }
  });
});
