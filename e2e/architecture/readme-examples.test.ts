import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { guideFiles } from './repository/guide-files.ts';
import { read } from './repository/source-files.ts';
import { root } from './repository/workspaces.ts';

const readmes = ['shared/plugin-api/README.md', 'shared/catalog-react/README.md', 'shared/ui/README.md'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portico-readmes-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  symlinkSync(path.join(root, 'shared'), path.join(folder, 'shared'));
  for (const readme of readmes) {
    for (const [name, text] of Object.entries(guideFiles(readme))) {
      const file = path.join(folder, 'examples', path.dirname(readme), name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  // An example is a part of a plugin: what it imports of the rest may be anything.
  const rest = ['*.tsx', '*.module.css'].map(pattern => `declare module '${pattern}' { const anything: any; export default anything; }\n`);
  writeFileSync(path.join(folder, 'examples/rest.d.ts'), rest.join(''));
  const compilerOptions = { composite: false, declaration: false, noEmit: true, emitDeclarationOnly: false, rootDir: '.', types: [] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ extends: path.join(root, 'tsconfig.json'), compilerOptions, references: [], files: [], include: ['examples'] }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the examples of READMEs', () => {
  test.each(readmes)('are there in %s', readme => {
    expect(Object.keys(guideFiles(readme))).not.toEqual([]);
  });

  test('have right types', () => {
    const { stdout } = spawnSync('tsc', ['-p', folder], { cwd: folder, encoding: 'utf8' });
    expect(stdout.split('\n').filter(line => line.startsWith('examples'))).toEqual([]);
  });

  test('name the icons that there are', () => {
    const [, outlines = ''] = /const outlines[^{]*\{\n(.*?)\n\};/s.exec(read('shell/src/layout/icon.tsx')) ?? [];
    const icons = [...outlines.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => `\`${name}\``);
    const [, named = ''] = /^Icons: (.*?)\.$/ms.exec(read('shared/plugin-api/README.md')) ?? [];
    expect(named.split(/,\s+/)).toEqual(icons);
  });

  test('of the command line tool name every verb', () => {
    const [, verbs = ''] = /commands: \{ (.*?) \}/.exec(read('webpack/cli/src/main.ts')) ?? [];
    const known = verbs.split(', ').map(one => one.split(':')[0]?.replaceAll("'", '') ?? '');
    const named = [...read('webpack/cli/README.md').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, verb]) => verb);
    expect(named).toEqual(known);
  });
});
