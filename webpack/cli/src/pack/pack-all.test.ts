import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compilePackage } from '../build/compile/compile-package.ts';
import { packAll } from './pack-all.ts';
import type { PackedPackage } from './pack-all.ts';

const root = resolve(import.meta.dirname, '../../../..');
let folder: string;
let packed: PackedPackage[];

const remote: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: '@acme/plugin-release-notes',
    version: '1.0.0',
    type: 'module',
    portico: { role: 'frontend-plugin', pluginId: 'release-notes' },
    dependencies: { '@portico/plugin-api': '0.1.0', '@portico/ui': '0.1.0', react: '19.3.1' },
  }),
  'webpack.config.ts': `import { createRemoteConfig } from '@portico/preset';\n\nexport default createRemoteConfig(import.meta.dirname);\n`,
  'src/plugin.tsx': [
    `import { createPageExtension, createPlugin } from '@portico/plugin-api';`,
    `const page = createPageExtension({ path: '/release-notes', title: 'Release notes', loader: () => import('./page.tsx') });`,
    `export default createPlugin({ id: 'release-notes', title: 'Release notes', extensions: [page] });`,
  ].join('\n'),
  'src/page.tsx': [
    `import { Page, PageHeader } from '@portico/ui/page';`,
    `export default function ReleaseNotes() {`,
    `  return <Page><PageHeader title="Release notes" /></Page>;`,
    `}`,
  ].join('\n'),
};

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

/** Packages of the repository come from the archives, all others are linked, so that no registry is asked. */
function install(): void {
  const modules = join(folder, 'node_modules');
  for (const { name, archive } of packed) {
    const unpacked = join(folder, 'unpacked');
    mkdirSync(unpacked);
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    execFileSync('tar', ['-xzf', archive, '-C', unpacked]);
    renameSync(join(unpacked, 'package'), join(modules, name));
    rmSync(unpacked, { recursive: true });
  }
  const link = (name: string) => symlinkSync(join(root, 'node_modules', name), join(modules, name));
  for (const name of readdirSync(join(root, 'node_modules')).filter(one => !one.startsWith('.') && one !== '@portico')) {
    if (!name.startsWith('@')) {
      link(name);
      continue;
    }
    mkdirSync(join(modules, name));
    readdirSync(join(root, 'node_modules', name)).forEach(inner => link(join(name, inner)));
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portico-outside-'));
  packed = await packAll({ root, target: join(folder, 'archives') });
  install();
  write(remote);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('library packages outside of the repository', () => {
  test('are all that a remote needs to be built', async () => {
    expect(await compilePackage(folder)).toEqual({ faults: [], warnings: [] });
    const manifest = JSON.parse(readFileSync(join(folder, 'dist/portico-plugin.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ id: 'release-notes', version: '1.0.0', routes: [{ path: '/release-notes' }] });
  });

  test('have types', () => {
    write({ 'tsconfig.json': JSON.stringify({ extends: resolve(root, 'tsconfig.json'), references: [], files: ['src/plugin.tsx', 'src/page.tsx'], compilerOptions: { composite: false, noEmit: true, emitDeclarationOnly: false, customConditions: [], skipLibCheck: false, types: [] } }) });
    const check = () => spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' }).stdout;
    expect(check()).toBe('');
    write({ 'src/page.tsx': `${remote['src/page.tsx']?.replace('title="Release notes"', 'title={5}')}` });
    expect(check()).toMatch(/src\/page\.tsx.*TS2322/);
  });

  test('hold no source, no tests and no way back into the repository', () => {
    for (const { name } of packed) {
      const directory = join(folder, 'node_modules', name);
      const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
      expect(files.filter(file => /\.test\.|^src\/|(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
      expect(readFileSync(join(directory, 'package.json'), 'utf8')).not.toMatch(/@portico\/source|"private"|"devDependencies"/);
    }
  });
});
