import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { portalRange } from './index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-range-'));
  mkdirSync(join(folder, 'node_modules/@portico/plugin-api'), { recursive: true });
  writeFileSync(join(folder, 'node_modules/@portico/plugin-api/package.json'), '{ "version": "0.4.2" }');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const of = (description: object) => portalRange(join(folder, 'deep/below'), description);
const asking = (range: string) => ({ '@portico/plugin-api': range });

test('the range of the plugin API is what package.json asks for, with compatible successors of an exact version', () => {
  expect(of({ dependencies: asking('0.1.0') })).toBe('^0.1.0');
  expect(of({ devDependencies: asking('~0.2.0') })).toBe('~0.2.0');
  expect(of({ peerDependencies: asking('>=0.1 <2'), devDependencies: asking('0.4.0') })).toBe('>=0.1 <2');
});

test('where package.json names an archive, it is what is installed', () => {
  expect(of({ dependencies: asking('file:../portico-plugin-api-0.4.2.tgz') })).toBe('^0.4.2');
  expect(portalRange('/', { dependencies: asking('workspace:*') })).toBe('*');
});

test('without the plugin API any portal will do', () => {
  expect(of({ dependencies: { react: '19.0.0' } })).toBe('*');
});
