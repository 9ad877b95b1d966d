import { afterEach, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kill } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcesses, entityCount, freePort, signIn, startProcess } from './fixtures/portal-process.ts';

afterEach(endProcesses);

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

describe('a portal of two processes', () => {
  test('answers the browser at one address, each plugin with its own database, and survives the loss of one process', async () => {
    const { front, catalog, startCatalog } = await startBoth();
    const cookie = await signIn(front.url);
    while ((await entityCount(front.url, cookie)) === 0) await pause(20);

    expect((await fetch(`${front.url}/api/catalog/entities`)).status).toBe(401);
    expect((await fetch(`${catalog.url}/api/registry/snapshot`)).status).toBe(404);
    const databases = (folder: string) => ['catalog', 'registry'].filter(id => existsSync(join(folder, `databases/${id}.sqlite`)));
    expect([databases(front.dataDirectory), databases(catalog.dataDirectory)]).toEqual([['registry'], ['catalog']]);

    await catalog.kill();
    const away = await fetch(`${front.url}/api/catalog/entities`, { headers: { cookie } });
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await fetch(`${front.url}/api/registry/snapshot`, { headers: { cookie } })).status).toBe(200);
    await startCatalog();
    while ((await entityCount(front.url, cookie)) === 0) await pause(20);
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
    while ((await entityCount(url, cookie)) === 0) await pause(20);
    const token = (await readFile(join(dataDirectory, 'dev-token'), 'utf8')).trim();
    const processOf = async () => {
      const view = await fetch(`${url}/api/instance/plugins`, { headers: { authorization: `Bearer ${token}` } });
      const { plugins } = (await view.json()) as { plugins: Record<string, { process?: { pid: number } }> };
      return plugins.catalog?.process?.pid ?? 0;
    };
    const pid = await processOf();
    kill(pid, 'SIGKILL');
    while ((await processOf()) === pid) await pause(20);
    while ((await entityCount(url, cookie)) === 0) await pause(20);
    const found = await fetch(`${url}/api/catalog/entities/by-refs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ entityRefs: ['component:default/nobody'] }),
    });
    expect([found.status, await found.json()]).toEqual([200, { items: [null] }]);
  });
});
