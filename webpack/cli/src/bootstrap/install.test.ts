import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';

const folders: string[] = [];

/** A checkout with nothing but the script, a lock and, where asked for, a Node of its own. */
function checkout(localNode?: string): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-install-'));
  folders.push(root);
  const script = path.join(root, 'webpack/cli/src/bootstrap/install.mjs');
  fs.mkdirSync(path.dirname(script), { recursive: true });
  fs.copyFileSync(path.join(import.meta.dirname, 'install.mjs'), script);
  fs.writeFileSync(path.join(root, 'package-lock.json'), '{}');
  if (localNode) {
    const bin = path.join(root, 'node_modules/.bin/node');
    fs.mkdirSync(path.dirname(bin), { recursive: true });
    fs.writeFileSync(bin, `#!/bin/sh\necho ${localNode}\n`, { mode: 0o755 });
  }
  return script;
}

/** Runs the script as if on another machine. `npm` is a program that notes its arguments. */
function run(script: string, machine: { platform: string; version: string }): { status: number | null; stderr: string; stdout: string } {
  const pretend = Object.entries(machine).map(([key, value]) => `Object.defineProperty(process,'${key}',{value:'${value}'})`);
  const npm = path.join(path.dirname(script), 'npm.js');
  const modules = path.resolve(path.dirname(script), '../../../../node_modules');
  fs.writeFileSync(npm, `require('fs').mkdirSync(${JSON.stringify(modules)}, { recursive: true });
    process.stdout.write('npm ' + process.argv.slice(2).join(' ') + '\\n');`);
  return spawnSync(process.execPath, ['--import', `data:text/javascript,${pretend.join(';')}`, script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', npm_execpath: npm },
  });
}

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

describe('before an npm script', () => {
  test('a machine without a Node 24 and without a package for it is told so in one line, before anything is installed', () => {
    const { status, stderr, stdout } = run(checkout(), { platform: 'darwin', version: 'v20.1.0' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^Portico needs Node 24 or newer: this machine has v20\.1\.0 and there is no Node package for darwin \w+\. Install Node 24/),
    ]);
    expect(stdout).toBe('');
  });

  test('a system with Node 24 needs no package for it', () => {
    const { status, stdout } = run(checkout(), { platform: 'darwin', version: 'v24.1.0' });
    expect(status).toBe(0);
    expect(stdout).toContain('npm ci');
  });

  test('packages are installed once per lock file', () => {
    const script = checkout('v24.21.0');
    const machine = { platform: 'linux', version: 'v20.1.0' };
    expect(run(script, machine).stdout).toContain('npm ci');
    expect(run(script, machine).stdout).toBe('');
    fs.writeFileSync(path.resolve(path.dirname(script), '../../../../package-lock.json'), '{"changed":true}');
    expect(run(script, machine).stdout).toContain('npm ci');
  });

  test('a platform package that does not run is not taken for a Node 24', () => {
    const { status, stderr } = run(checkout('not-a-version'), { platform: 'linux', version: 'v20.1.0' });
    expect(status).toBe(1);
    expect(stderr).toContain('Portico needs Node 24 or newer');
  });
});
