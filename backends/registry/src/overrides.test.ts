import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { activeOverrideSchema, overrideListSchema, parseShape, proposedOverrideSchema, snapshotRemoteSchema } from '@portico/contracts';
import { mockCredentials } from '@portico/test-kit/backend';
import { admin, manifestOf, startOverrideCalls, url, viewer } from './fixtures/override-calls.ts';
import type { OverrideCalls } from './fixtures/override-calls.ts';

const own = admin('s-1');
let calls: OverrideCalls;

beforeEach(async () => void (calls = await startOverrideCalls()));
afterEach(() => calls.stop());

describe('an override', () => {
  test('is seen by its own session alone, labelled, without digests and without a stand-in', async () => {
    const answer = await calls.set(own, 'tech-radar', { url, manifest: manifestOf({ route: '/radar' }) });
    expect(answer.status).toBe(200);
    expect(parseShape(activeOverrideSchema, answer.body).ok).toBe(true);
    const remote = await calls.offered(own);
    expect(parseShape(snapshotRemoteSchema, remote).ok).toBe(true);
    expect(remote).toMatchObject({
      status: 'unverified',
      version: expect.stringMatching(/^2\.0\.0\+override\.[0-9a-f]{8}$/),
      routes: [{ path: '/radar' }],
      override: { url, origin: 'http://localhost:3010', expiresAt: answer.body.expiresAt },
    });
    expect(remote?.entry).toEqual({ url: 'http://localhost:3010/remoteEntry.js', type: 'script', global: manifestOf({ route: '/radar' }).federation.global });
    expect(remote).not.toHaveProperty('fallback');
    for (const other of [admin('s-2'), mockCredentials.admin(), viewer]) {
      const regular = await calls.offered(other);
      expect([regular?.version, regular?.override, regular?.status]).toEqual(['1.0.0', undefined, 'ok']);
    }
    expect((await calls.offered(own, 'catalog'))?.status).toBe('ok');
  });

  test('lasts 8 hours, is listed, and is gone with one call', async () => {
    const { body } = await calls.set(own, 'tech-radar');
    expect(Date.parse(body.expiresAt) - Date.parse(body.setAt)).toBe(8 * 3600_000);
    const list = await calls.call(own, 'GET', '');
    expect(parseShape(overrideListSchema, list.body).ok).toBe(true);
    expect(list.body).toMatchObject({ enabled: true, overrides: [{ remote: 'tech-radar', version: '2.0.0' }], remotes: [{ id: 'tech-radar' }, { id: 'catalog' }] });
    expect((await calls.call(own, 'DELETE', '/tech-radar')).status).toBe(204);
    expect((await calls.offered(own))?.version).toBe('1.0.0');
    expect((await calls.call(own, 'DELETE', '/tech-radar')).status).toBe(204);
    await calls.set(own, 'catalog');
    await calls.set(own, 'tech-radar');
    expect((await calls.call(own, 'DELETE', '')).status).toBe(204);
    expect((await calls.call(own, 'GET', '')).body.overrides).toEqual([]);
  });

  test('stands in the audit trail from its beginning to its end', async () => {
    await calls.set(own, 'tech-radar');
    await calls.set(own, 'tech-radar', { url: 'http://127.0.0.1:1/', manifest: manifestOf() });
    await calls.call(own, 'DELETE', '');
    const [second, first] = (await calls.audited('override.set')) as { undoable: boolean }[];
    expect(first).toMatchObject({ actor: 'user:default/admin', remote: 'tech-radar', undoable: false, changes: [{ before: null, after: { url } }] });
    expect(second).toMatchObject({ changes: [{ before: { url }, after: { url: 'http://127.0.0.1:1/' } }] });
    expect(await calls.audited('override.reset')).toMatchObject([{ changes: [{ before: { url: 'http://127.0.0.1:1/' }, after: null }] }]);
  });

  test('of a place that has only an entry is shown on the pages that the remote has', async () => {
    expect((await calls.set(own, 'tech-radar', { url: 'http://localhost:5173/dev/remoteEntry.mjs' })).status).toBe(200);
    expect(await calls.offered(own)).toMatchObject({
      entry: { url: 'http://localhost:5173/dev/remoteEntry.mjs', type: 'module' },
      routes: [{ path: '/tech-radar', extension: 'page:tech-radar' }],
      title: 'Title of tech-radar',
    });
  });

  test('of a remote without any version is shown in its own session', async () => {
    await calls.client.call('POST', '/remotes', { id: 'brand-new' });
    expect((await calls.set(own, 'brand-new')).status).toBe(200);
    expect(await calls.offered(own, 'brand-new')).toMatchObject({ version: expect.stringContaining('2.0.0+override.'), routes: [{ path: '/brand-new' }] });
    expect(await calls.offered(viewer, 'brand-new')).toBeUndefined();
  });

  test('takes up what a new build says, without another question and without more time', async () => {
    const { body } = await calls.set(own, 'tech-radar');
    const before = await calls.offered(own);
    const renewed = await calls.call(own, 'PATCH', '/tech-radar', { manifest: manifestOf({ id: 'tech-radar', route: '/elsewhere' }) });
    expect(renewed).toMatchObject({ status: 200, body: { expiresAt: body.expiresAt } });
    expect(await calls.offered(own)).toMatchObject({ routes: [{ path: '/elsewhere' }], version: before?.version });
    await calls.call(own, 'DELETE', '');
    expect((await calls.call(own, 'PATCH', '/tech-radar', { manifest: manifestOf() })).body.error.code).toBe('REGISTRY_OVERRIDE_UNKNOWN');
  });

  test('is proposed without an effect', async () => {
    const proposal = await calls.call(own, 'POST', '/proposals', { remote: 'tech-radar', url: 'http://LOCALHOST:3010/dist' });
    expect(parseShape(proposedOverrideSchema, proposal.body).ok).toBe(true);
    expect(proposal.body).toEqual({
      remote: 'tech-radar',
      title: 'Title of tech-radar',
      version: '1.0.0',
      origin: 'http://localhost:3010',
      manifestUrl: 'http://localhost:3010/dist/portico-plugin.json',
      lastsMs: 8 * 3600_000,
    });
    expect((await calls.offered(own))?.version).toBe('1.0.0');
  });

  test('says nothing new to a shell that has it: 304', async () => {
    await calls.set(own, 'tech-radar');
    const etag = (await calls.client.call('GET', '/snapshot', undefined, { as: own })).headers.get('etag') ?? '';
    const known = { 'if-none-match': etag };
    expect((await calls.client.call('GET', '/snapshot', undefined, { as: own, headers: known })).status).toBe(304);
    expect((await calls.client.call('GET', '/snapshot', undefined, { as: viewer, headers: known })).status).toBe(200);
  });

  test('counts for nobody: its loads and errors are not kept', async () => {
    await calls.set(own, 'tech-radar');
    const version = (await calls.offered(own))?.version;
    const event = { remote: 'tech-radar', version, outcome: 'failed', code: 'X' };
    await calls.client.call('POST', '/telemetry', { events: [event, { ...event, because: 'override' }] }, { as: own });
    const { body } = await calls.client.call('GET', '/remotes/tech-radar/health');
    expect(body.versions).toMatchObject([{ version: '1.0.0', failures: { count: 0 } }]);
  });
});
