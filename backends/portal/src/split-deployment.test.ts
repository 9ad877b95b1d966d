import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { kill } from 'node:process';

const root = resolve(import.meta.dirname, '../../..');
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}

/** A portal process with its own data folder, ready to answer. */
async function startProcess(port: number, config: string) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'portico-split-'));
  cleanups.push(() => rm(dataDirectory, { recursive: true, force: true }));
  const configFile = join(dataDirectory, 'split.yaml');
  await writeFile(configFile, config);
  const main = join(import.meta.dirname, 'main.ts');
  const args = ['--conditions=@portico/source', main, '--config', 'app-config.yaml', '--config', configFile];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), PORTICO_DATA_DIR: dataDirectory },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const exit = once(child, 'exit');
  child.stdout?.resume();
  cleanups.push(async () => {
    child.kill('SIGTERM');
    return exit;
  });
  await Promise.race([once(child, 'message'), exit.then(([code]) => Promise.reject(new Error(`ended with ${code}`)))]);
  const kill = async () => {
    child.kill('SIGKILL');
    await exit;
  };
  return { url: `http://127.0.0.1:${port}`, dataDirectory, kill };
}

/** Registry, app and auth in one process, the catalog in another. */
async function startBoth() {
  const [port, catalogPort] = [await freePort(), await freePort()];
  const front = await startProcess(
    port,
    `app: { baseUrl: 'http://127.0.0.1:${port}' }
backend: { plugins: { exclude: [catalog] } }
discovery:
  gateway: true
  endpoints: [ { target: 'http://127.0.0.1:${catalogPort}/api/{{pluginId}}', plugins: [catalog] } ]`,
  );
  const startCatalog = () =>
    startProcess(
      catalogPort,
      `app: { baseUrl: 'http://127.0.0.1:${port}' }
backend: { plugins: [catalog] }
discovery: { endpoints: [ { target: 'http://127.0.0.1:${port}/api/{{pluginId}}', plugins: ['*'] } ] }`,
    );
  return { front, catalog: await startCatalog(), startCatalog };
}

async function signIn(url: string): Promise<string> {
  const session = await fetch(`${url}/api/auth/session`);
  return session.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ');
}

async function entityCount(url: string, cookie: string): Promise<number> {
  const answer = await fetch(`${url}/api/catalog/entities`, { headers: { cookie } });
  return answer.status === 200 ? ((await answer.json()) as unknown[]).length : 0;
}

describe('a portal of two processes', () => {
  test('answers the browser at one address, each plugin with its own database, and survives the loss of one process', async () => {
    const { front, catalog, startCatalog } = await startBoth();
    const cookie = await signIn(front.url);
    while ((await entityCount(front.url, cookie)) === 0) await new Promise(setImmediate);

    expect((await fetch(`${front.url}/api/catalog/entities`)).status).toBe(401);
    expect((await fetch(`${catalog.url}/api/registry/snapshot`)).status).toBe(404);
    const databases = (folder: string) => ['catalog', 'registry'].filter(id => existsSync(join(folder, `databases/${id}.sqlite`)));
    expect([databases(front.dataDirectory), databases(catalog.dataDirectory)]).toEqual([['registry'], ['catalog']]);

    await catalog.kill();
    const away = await fetch(`${front.url}/api/catalog/entities`, { headers: { cookie } });
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await fetch(`${front.url}/api/registry/snapshot`, { headers: { cookie } })).status).toBe(200);
    await startCatalog();
    while ((await entityCount(front.url, cookie)) === 0) await new Promise(setImmediate);
  });
});

describe('a portal with the catalog in a process of its own', () => {
  test('answers the same, and answers again after that process was killed', async () => {
    const port = await freePort();
    const { url, dataDirectory } = await startProcess(
      port,
      `app: { baseUrl: 'http://127.0.0.1:${port}' }
backend: { plugins: { catalog: { process: own, memoryLimit: 512MB } }, startup: { retry: { firstDelay: 1 } } }`,
    );
    const cookie = await signIn(url);
    while ((await entityCount(url, cookie)) === 0) await new Promise(setImmediate);
    const token = (await readFile(join(dataDirectory, 'dev-token'), 'utf8')).trim();
    const processOf = async () => {
      const view = await fetch(`${url}/api/instance/plugins`, { headers: { authorization: `Bearer ${token}` } });
      const { plugins } = (await view.json()) as { plugins: Record<string, { process?: { pid: number } }> };
      return plugins.catalog?.process?.pid ?? 0;
    };
    const pid = await processOf();
    kill(pid, 'SIGKILL');
    while ((await processOf()) === pid) await new Promise(setImmediate);
    while ((await entityCount(url, cookie)) === 0) await new Promise(setImmediate);
    const found = await fetch(`${url}/api/catalog/entities/by-refs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ entityRefs: ['component:default/nobody'] }),
    });
    expect([found.status, await found.json()]).toEqual([200, { items: [null] }]);
  });
});
