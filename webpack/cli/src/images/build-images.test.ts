import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildImages } from './build-images.ts';

const root = resolve(import.meta.dirname, '../../../..');
/** `nobody` where this process is root; otherwise it is no root anyway. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
let out = '';
let backend = '';
let frontend = '';
/** An image has its own Node; this checkout's may lie where nobody else may look. */
let node = '';

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'portico-images-'));
  // Temporary folders are their maker's only; an image is everybody's to read.
  chmodSync(out, 0o755);
  const folders = await buildImages({ root, out, node: process.execPath });
  backend = folders.get('portico-backend') ?? '';
  frontend = folders.get('portico-frontend') ?? '';
  node = join(out, 'node');
  copyFileSync(process.execPath, node);
}, 300_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

const filesOf = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

describe('the folder of the backend', () => {
  test('starts a portal for a user who is not root, who can write nothing but the data', async () => {
    const place = mkdtempSync(join(tmpdir(), 'portico-data-'));
    const data = join(place, 'data');
    mkdirSync(data);
    if (account.uid) for (const folder of [place, data]) chownSync(folder, account.uid, account.gid);
    const port = await freePort();
    const child = spawn(node, ['--conditions=@portico/source', 'backends/portal/src/main.ts'], {
      ...account,
      cwd: backend,
      env: { PORT: String(port), PORTICO_DATA_DIR: data, NODE_COMPILE_CACHE: join(data, 'compiled') },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    try {
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk));
      const ended = once(child, 'exit');
      const [told] = await Promise.race([once(child, 'message'), ended.then(([code]) => [{ type: `exit code ${code}: ${output}` }])]);
      expect(told).toMatchObject({ type: 'ready' });
      const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      const readiness = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { plugins: Record<string, { status: string }> };
      expect(Object.entries(readiness.plugins).filter(([, plugin]) => plugin.status === 'failed')).toEqual([]);
      child.kill('SIGTERM');
      expect((await ended)[0]).toBe(0);
    } finally {
      child.kill('SIGKILL');
      rmSync(place, { recursive: true, force: true });
    }
  });

  test('writes the page for nginx from the configuration of an installation', async () => {
    const page = join(out, 'page');
    const layer = join(out, 'ours.yaml');
    writeFileSync(layer, 'app:\n  title: Atrium\n');
    const files = ['app-config.yaml', 'app-config.production.yaml', layer].flatMap(file => ['--config', file]);
    const child = spawn(node, ['--conditions=@portico/source', 'backends/app/src/front-door/main.ts', '--out', page, ...files], {
      cwd: backend,
      env: { PORTICO_BASE_URL: 'https://portal.example', POSTGRES_HOST: 'a', POSTGRES_USER: 'b', POSTGRES_PASSWORD: 'c', MEMCACHED_ADDRESS: 'd:1' },
      stdio: 'inherit',
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(readFileSync(join(page, 'index.html'), 'utf8')).toContain('<title>Atrium</title>');
  });

  test('holds what the portal needs to run and nothing that only development needs', () => {
    const files = filesOf(backend);
    for (const needed of ['backends/portal/src/main.ts', 'shell/dist/page.json', 'app-config.production.yaml', 'node_modules/pg/package.json']) {
      expect(files).toContain(needed);
    }
    expect(lstatSync(join(backend, 'node_modules/@portico/errors')).isSymbolicLink()).toBe(true);
    expect(files.filter(file => /\.test\.ts$|\.map$|(^|\/)fixtures\//.test(file) && !file.includes('node_modules/'))).toEqual([]);
    const development = ['jest', 'typescript', 'eslint', 'webpack', 'playwright', 'react', '@portico/test-kit', '@portico/cli'];
    expect(development.filter(name => existsSync(join(backend, 'node_modules', name)))).toEqual([]);
    expect(existsSync(join(backend, 'remotes/gallery'))).toBe(false);
  });
});

test('the folder of the frontend holds nginx, the files of the shell with compressed copies, and the page', () => {
  const files = filesOf(frontend);
  for (const needed of ['nginx/start.sh', 'nginx/nginx.conf', 'page/index.html', 'page/places.conf']) expect(files).toContain(needed);
  expect(files.filter(file => /^assets\/main\..+\.js\.gz$/.test(file)).length).toBeGreaterThan(0);
  expect(files.filter(file => /^nginx\/(test|package\.json)/.test(file))).toEqual([]);
});

test('an image that is not of this repository is told', async () => {
  await expect(buildImages({ root, out, names: ['portico-cellar'], node: process.execPath })).rejects.toThrow(
    'Expected a package to build (portico-frontend, portico-backend), got portico-cellar',
  );
});
