import { afterEach, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabases } from '@portico/test-kit/backend';
import { endProcesses, entityCount, freePort, signIn, startProcess } from './fixtures/portal-process.ts';

afterEach(endProcesses);

const databases = testDatabases.create({ ids: ['postgres', 'mariadb'] });

test.each(databases.ids)('two replicas that start at the same moment on one empty %s both serve sign-in, catalog and registry', async id => {
  const config = await databases.config(id);
  const replica = async () => {
    const port = await freePort();
    // JSON is YAML.
    return startProcess(port, JSON.stringify({ app: { baseUrl: `http://127.0.0.1:${port}` }, ...config }));
  };
  const [left, right] = await Promise.all([replica(), replica()]);
  const cookie = await signIn(left.url);
  for (const { url } of [left, right]) {
    // Both know the session, whichever began it.
    while ((await entityCount(url, cookie)) === 0) await pause(20);
    expect((await fetch(`${url}/api/registry/snapshot`, { headers: { cookie } })).status).toBe(200);
    const readiness = (await (await fetch(`${url}/readyz`)).json()) as { plugins: Record<string, { status: string }> };
    expect(Object.entries(readiness.plugins).filter(([, { status }]) => status !== 'ok')).toEqual([]);
  }
  expect(await entityCount(right.url, cookie)).toBe(await entityCount(left.url, cookie));
}, 300_000);
