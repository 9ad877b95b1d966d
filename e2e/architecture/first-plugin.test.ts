import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { guideFiles } from './repository/guide-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const guide = 'shared/plugin-api/first-plugin.md';
let folder: string;
let files: string[];

function run(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment } });
  return { status, output: `${stdout}${stderr}` };
}

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portico-first-plugin-'));
  const shown = guideFiles(guide);
  files = Object.keys(shown);
  for (const [name, text] of Object.entries(shown)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const name of ['jest.config.js', 'tsconfig.json', 'package.json']) cpSync(path.join(root, name), path.join(folder, name));
  for (const name of ['node_modules', 'shared']) symlinkSync(path.join(root, name), path.join(folder, name));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the guide to the first plugin', () => {
  test('shows a backend and a remote, whole', () => {
    expect(files).toEqual(expect.arrayContaining(['backends/announcements/src/plugin.ts', 'remotes/announcements/src/plugin.tsx']));
  });

  test.each(['backends/announcements', 'remotes/announcements'])('has right types in %s', room => {
    const config = path.join(folder, room, 'tsconfig.check.json');
    writeFileSync(config, JSON.stringify({ extends: './tsconfig.json', compilerOptions: { composite: false, declaration: false, noEmit: true, emitDeclarationOnly: false }, references: [] }));
    // Sources of libraries are checked with them; what they lack here is checked in their own rooms.
    const own = run('tsc', ['-p', config]).output.split('\n').filter(line => line.startsWith(room));
    expect(own).toEqual([]);
  });

  test('has tests that pass', () => {
    const NODE_OPTIONS = '--experimental-vm-modules --no-warnings';
    const { status, output } = run('jest', ['--testPathIgnorePatterns', 'shared/'], { NODE_OPTIONS });
    expect(output).toMatch(/Tests: +4 passed, 4 total/);
    expect(status).toBe(0);
  });
});
