import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { createRegistryClient } from './fixtures/registry-client.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

const user = mockCredentials.user();
let workshop: FakeWorkshop;
let registry: TestRegistry;

beforeEach(() => void (workshop = createWorkshop()));
afterEach(async () => {
  await registry.stop();
  workshop.remove();
});

async function start(allowed?: boolean, environment?: string): Promise<(path: string) => Promise<Response>> {
  registry = await startRegistry(workshop, { ...(allowed === undefined ? {} : { chaos: { allowed } }), environment });
  await createRegistryClient(registry).publish({ id: 'tech-radar', version: '1.0.0' });
  return path => registry.fetch(`/remotes/tech-radar/1.0.0/${path}`, { as: user });
}

describe('files under a chaos switch', () => {
  test('fail as it says, are remembered by nobody, and are good without it', async () => {
    const get = await start();
    const good = await (await get('remoteEntry.js')).text();
    expect((await get('~chaos-down/remoteEntry.js')).status).toBe(503);
    const html = await get('~chaos-html/remoteEntry.js');
    expect([html.headers.get('content-type'), html.headers.get('cache-control')]).toEqual(['text/html; charset=utf-8', 'no-store']);
    expect(await (await get('~chaos-corrupt-entry/remoteEntry.js')).text()).not.toBe(good);
    expect(await (await get('~chaos-corrupt-entry/page.0a1b2c3d.js')).text()).toBe('export default 1');
    expect(await (await get('~1/~chaos-corrupt-chunk/page.0a1b2c3d.js')).text()).not.toBe('export default 1');
    expect(await (await get('~chaos-corrupt-chunk/remoteEntry.js')).text()).toBe(good);
    expect(await (await get('remoteEntry.js')).text()).toBe(good);
  });

  test.each([
    ['where the portal does not allow it', false, undefined],
    ['in production, which does not say', undefined, 'production'],
  ])('are not there %s, and the snapshot does not offer it', async (_where, allowed, environment) => {
    const get = await start(allowed, environment);
    expect((await get('~chaos-down/remoteEntry.js')).status).toBe(404);
    expect((await registry.snapshot()).chaos).toBeUndefined();
  });

  test('are there in production where it is allowed', async () => {
    const get = await start(true, 'production');
    expect((await get('~chaos-down/remoteEntry.js')).status).toBe(503);
    expect((await registry.snapshot()).chaos).toBe(true);
  });
});
