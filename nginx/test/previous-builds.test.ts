import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { freePort } from '@portico/test-kit/servers';

const nginx = path.resolve(import.meta.dirname, '..');
const dayMs = 24 * 60 * 60 * 1000;
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-builds-'));
  fs.cpSync(nginx, path.join(folder, 'image/nginx'), { recursive: true, filter: source => !/node_modules|\/test$|\.types/.test(source) });
  fs.mkdirSync(path.join(folder, 'image/page'));
  const page = { 'index.html': '<!doctype html>', 'page.conf': 'map $uri $page_policy {\n  default "";\n}\nmap $uri $page_referrer_policy {\n  default "";\n}\n', 'places.conf': '' };
  for (const [name, text] of Object.entries(page)) fs.writeFileSync(path.join(folder, 'image/page', name), text);
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const kept = (file: string) => path.join(folder, 'kept/assets', file);

/** Puts another build into the image, and starts it as far as the check of its configuration. */
async function startWith(...files: string[]): Promise<string[]> {
  const assets = path.join(folder, 'image/assets');
  fs.rmSync(assets, { recursive: true, force: true });
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(assets, file)), { recursive: true });
    fs.writeFileSync(path.join(assets, file), file);
  }
  await promisify(execFile)('/bin/sh', [path.join(folder, 'image/nginx/start.sh'), '--check'], {
    env: {
      PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin`,
      PORTICO_RUN_DIRECTORY: path.join(folder, 'run'),
      PORTICO_ASSETS_DIRECTORY: path.join(folder, 'kept'),
      PORTICO_PUBLIC_ADDRESS: `127.0.0.1:${await freePort()}`,
      PORTICO_INTERNAL_ADDRESS: `127.0.0.1:${await freePort()}`,
      PORTICO_BACKENDS: '127.0.0.1:9',
      PORTICO_ACCESS_LOG: path.join(folder, 'access.log'),
    },
  });
  return fs.readdirSync(path.join(folder, 'kept/assets'), { recursive: true, encoding: 'utf8' }).sort();
}

function age(file: string, days: number): void {
  const then = new Date(Date.now() - days * dayMs);
  fs.utimesSync(kept(file), then, then);
}

test('files of the previous build stay for seven days after they were given up, however old they are', async () => {
  expect(await startWith('a.1.js', 'both.1.js')).toEqual(['a.1.js', 'both.1.js']);
  age('a.1.js', 30);
  expect(await startWith('b.2.js', 'both.1.js')).toEqual(['a.1.js', 'b.2.js', 'both.1.js']);
  age('a.1.js', 6);
  expect(await startWith('c.3.js', 'both.1.js')).toEqual(['a.1.js', 'b.2.js', 'both.1.js', 'c.3.js']);
  age('a.1.js', 8);
  expect(await startWith('c.3.js', 'both.1.js')).toEqual(['b.2.js', 'both.1.js', 'c.3.js']);
});

test('files of the present build stay, however old they are, and those in folders too', async () => {
  await startWith('deep/x.1.js');
  age('deep/x.1.js', 100);
  expect(await startWith('deep/x.1.js')).toEqual(['deep', 'deep/x.1.js']);
});
