import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { guideFiles } from '../architecture/repository/guide-files.ts';
import { read } from '../architecture/repository/source-files.ts';
import { createOutsideRepository } from '../fixtures/outside-repository.ts';
import type { OutsideRepository } from '../fixtures/outside-repository.ts';
import { root } from '../setup/portal.ts';

const guide = 'shared/plugin-api/own-repository.md';
const files = guideFiles(guide);
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;

let outside: OutsideRepository;
/** The packages that the guide tells to install. */
let installed: readonly string[];
const description = (name: string) => json(join(outside.directory, 'node_modules', name, 'package.json'));

beforeAll(() => {
  outside = createOutsideRepository();
  outside.write(files);
  const [, list = ''] = /portico-\{([^}]*)\}-[\d.]+\.tgz/.exec(read(guide)) ?? [];
  installed = list.split(',').map(name => `@portico/${name}`);
  // As npm notes packages that come from archives.
  const devDependencies = Object.fromEntries(installed.map(name => [name, `file:../portico/dist/packages/${name.slice(1).replace('/', '-')}-0.1.0.tgz`]));
  outside.write({ 'package.json': JSON.stringify({ ...(JSON.parse(files['package.json'] ?? '{}') as object), devDependencies }) });
});
afterAll(() => outside.remove());

describe('the guide to a plugin in a repository of its own', () => {
  test('names all packages that its packages need', () => {
    const needed = installed.flatMap(name => Object.keys(description(name)['dependencies'] ?? {}));
    expect(installed).toEqual(expect.arrayContaining(needed.filter(name => name.startsWith('@portico/'))));
  });

  test('shows a plugin that is built and checked with them', () => {
    const built = outside.portico(['build']);
    expect(built.output).toMatch(/cost 1\.0\.0 built in/);
    expect(built.code).toBe(0);
    const manifest = json(join(outside.directory, 'dist/portico-plugin.json'));
    expect(manifest).toMatchObject({
      id: 'cost',
      version: '1.0.0',
      portal: `^${String(description('@portico/plugin-api')['version'])}`,
      routes: [expect.objectContaining({ path: '/cost' })],
      navigation: [expect.objectContaining({ title: 'Cost', group: 'Company' })],
      extensions: [expect.objectContaining({ id: 'card:cost' }), expect.objectContaining({ id: 'tab:cost' })],
      provides: ['cost.costs'],
      configSchema: { properties: { cost: {} } },
    });
    expect(outside.portico(['check'])).toEqual({ code: 0, output: 'cost 1.0.0 may be published\n' });
  });

  test('has right types, and wrong ones are found', () => {
    const check = () => spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', outside.directory], { encoding: 'utf8' }).stdout;
    expect(check()).toBe('');
    const page = 'src/pages/cost-page.tsx';
    outside.write({ [page]: files[page]?.replace('title="Cost"', 'title={5}') ?? '' });
    expect(check()).toMatch(/cost-page\.tsx.*TS2322/);
  });
});

describe('library packages outside of the repository', () => {
  test('hold no source, no tests and no way back into the repository', () => {
    for (const name of outside.packages) {
      const directory = join(outside.directory, 'node_modules', name);
      const inside = readdirSync(directory, { recursive: true, encoding: 'utf8' });
      expect(inside.filter(file => /\.test\.|^src\/|(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
      expect(readFileSync(join(directory, 'package.json'), 'utf8')).not.toMatch(/@portico\/source|"private"|"devDependencies"/);
    }
  });
});
