import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop, fakeOffer } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';

let workshop: FakeWorkshop;
let registry: TestRegistry | undefined;

beforeEach(() => {
  workshop = createWorkshop();
});

afterEach(async () => {
  await registry?.stop();
  registry = undefined;
  workshop.remove();
});

describe('a remote in a build folder', () => {
  test('is in the snapshot with all that loading it takes', async () => {
    registry = await startRegistry(workshop, { remotes: [{ path: workshop.build('tech-radar') }] });
    const remote = await registry.remote('tech-radar');
    expect(remote).toEqual({
      id: 'tech-radar',
      version: expect.stringMatching(/^1\.2\.0\+[0-9a-f]{8}$/),
      title: 'Title of tech-radar',
      entry: {
        url: `/remotes/tech-radar/${remote.version}/remoteEntry.js`,
        type: 'script',
        global: expect.stringMatching(/^tech_radar__[0-9a-f]{8}$/),
        integrity: expect.stringMatching(/^sha384-/),
        assets: ['page.0a1b2c3d.js'],
      },
      module: './plugin',
      routes: [{ path: '/tech-radar', extension: 'page:tech-radar' }],
      navigation: [{ title: 'Title of tech-radar', path: '/tech-radar' }],
      extensions: [{ id: 'page:tech-radar', point: 'core.page/v1' }],
      status: 'ok',
    });
  });

  test('gets the route and the title of its registration', async () => {
    const path = workshop.build('tech-radar');
    registry = await startRegistry(workshop, { remotes: [{ path, route: '/radar', title: 'Radar' }] });
    const remote = await registry.remote('tech-radar');
    expect([remote.title, remote.routes[0]?.path, remote.navigation[0]?.path]).toEqual(['Radar', '/radar', '/radar']);
  });

  test('that is built anew is a new version and a new revision', async () => {
    registry = await startRegistry(workshop, { remotes: [{ path: workshop.build('tech-radar') }] });
    const before = await registry.snapshot();
    workshop.build('tech-radar', { page: 'export default 2' });
    const after = await registry.snapshotWhere(({ revision }) => revision > before.revision);
    expect(after.revision).toBe(before.revision + 1);
    expect(after.remotes[0]?.version).not.toBe(before.remotes[0]?.version);
    expect(after.remotes[0]?.status).toBe('ok');
  });

  test('that was not built yet is refused with a reason, and offered as soon as it is built', async () => {
    const remotes = [{ path: workshop.at('radar/dist') }, { path: workshop.build('catalog') }];
    registry = await startRegistry(workshop, { remotes });
    const remote = await registry.remote('radar');
    expect(remote.status).toBe('refused');
    expect(remote.routes).toEqual([{ path: '/radar', extension: 'page:radar' }]);
    expect(remote.reason).toEqual({
      code: 'REGISTRY_FOLDER_MISSING',
      message: `Expected a built remote in ${workshop.at('radar/dist')}, got no such folder`,
      fix: expect.stringContaining('npm run build'),
    });
    expect((await registry.remote('catalog')).status).toBe('ok');
    workshop.build('radar/dist', { id: 'radar' });
    await registry.snapshotWhere(now => now.remotes.find(one => one.id === 'radar')?.status === 'ok');
  });

  test.each([
    ['no manifest', 'portico-plugin.json', undefined, 'REGISTRY_MANIFEST_MISSING'],
    ['a manifest that is no JSON', 'portico-plugin.json', '<html>', 'REGISTRY_MANIFEST_UNREADABLE'],
    ['a file too few', 'page.0a1b2c3d.js', undefined, 'REGISTRY_CHECKS_FAILED'],
    ['a file with other bytes', 'page.0a1b2c3d.js', 'export default 9', 'REGISTRY_CHECKS_FAILED'],
  ])('with %s is refused, and heals by itself', async (_what, file, text, code) => {
    const folder = workshop.build('tech-radar');
    if (text === undefined) rmSync(`${folder}/${file}`);
    else writeFileSync(`${folder}/${file}`, text);
    registry = await startRegistry(workshop, { remotes: [{ path: folder }] });
    const { status, reason, extensions } = await registry.remote('tech-radar');
    expect([status, reason?.code, extensions]).toEqual(['refused', code, []]);
    workshop.build('tech-radar');
    await registry.snapshotWhere(({ remotes }) => remotes[0]?.status === 'ok');
  });

  test('whose range the shell does not satisfy is refused with the range in the reason', async () => {
    const path = workshop.build('tech-radar', { manifest: { portal: '^99.0.0' } });
    registry = await startRegistry(workshop, { remotes: [{ path }] });
    const { reason } = await registry.remote('tech-radar');
    expect(reason?.message).toBe(
      'Expected remote tech-radar to pass its checks, got 1 with an error. ' +
        'At portal: Expected a range that holds plugin API 1.3.0, got "^99.0.0"',
    );
  });

  test('is judged anew when the shell offers something else', async () => {
    registry = await startRegistry(workshop, { remotes: [{ path: workshop.build('tech-radar') }] });
    expect((await registry.remote('tech-radar')).status).toBe('ok');
    writeFileSync(workshop.at('offer.json'), JSON.stringify({ ...fakeOffer, pluginApi: '2.0.0' }));
    await registry.snapshotWhere(({ remotes }) => remotes[0]?.status === 'refused');
  });

  test('whose manifest goes away is refused after a while', async () => {
    const folder = workshop.build('tech-radar');
    registry = await startRegistry(workshop, { remotes: [{ path: folder }] });
    rmSync(`${folder}/portico-plugin.json`);
    const broken = await registry.snapshotWhere(({ remotes }) => remotes[0]?.status === 'refused');
    expect(broken.remotes[0]?.reason?.code).toBe('REGISTRY_MANIFEST_MISSING');
  });

  test('under another id than it is registered with is refused', async () => {
    registry = await startRegistry(workshop, { remotes: [{ id: 'radar', path: workshop.build('tech-radar') }] });
    expect((await registry.remote('tech-radar')).reason?.code).toBe('REGISTRY_ID_DIFFERS');
  });
});

describe('two remotes', () => {
  test('that want one route: the earlier keeps it, the later is refused', async () => {
    const paths = [workshop.build('first', { route: '/same' }), workshop.build('second', { route: '/Same' })];
    const remotes = paths.map(path => ({ path }));
    registry = await startRegistry(workshop, { remotes });
    const [first, second] = (await registry.snapshot()).remotes;
    expect([first?.status, first?.routes[0]?.path]).toEqual(['ok', '/same']);
    expect([second?.status, second?.routes, second?.navigation]).toEqual(['refused', [], []]);
    expect(second?.reason?.message).toContain('got /Same, which belongs to first');
  });

  test('with one id: the later one is not shown, and is listed with the reason', async () => {
    const later = workshop.build('copy', { id: 'tech-radar', version: '9.0.0' });
    registry = await startRegistry(workshop, { remotes: [{ path: workshop.build('tech-radar') }, { path: later }] });
    const { remotes } = await registry.snapshot();
    expect(remotes.map(remote => remote.version.slice(0, 5))).toEqual(['1.2.0']);
    const list = (await (await registry.fetch('/api/registry/remotes', { as: mockCredentials.user() })).json()) as {
      remotes: { status: string; reason?: { message: string } }[];
    };
    expect(list.remotes.map(remote => remote.status)).toEqual(['ok', 'refused']);
    expect(list.remotes[1]?.reason?.message).toContain('"tech-radar", which is registered already');
  });
});

describe('registry.remotes', () => {
  test('is followed while the portal runs: remotes come and go with it, and those that stay keep their version', async () => {
    const radar = workshop.build('tech-radar');
    const other = workshop.build('other');
    registry = await startRegistry(workshop, { remotes: [{ path: radar }] });
    const { version } = await registry.remote('tech-radar');
    const change = (...paths: string[]): void =>
      registry?.changeConfig({
        backend: { listen: { host: '127.0.0.1' } },
        registry: { watchIntervalMs: 25, probeIntervalMs: 50, offerFile: workshop.at('offer.json'), remotes: paths.map(path => ({ path })) },
      });
    change(radar, other);
    const both = await registry.snapshotWhere(({ remotes }) => remotes.length === 2);
    expect(both.remotes.map(remote => [remote.id, remote.status])).toEqual([['tech-radar', 'ok'], ['other', 'ok']]);
    expect(both.remotes[0]?.version).toBe(version);
    change(other);
    const one = await registry.snapshotWhere(({ remotes }) => remotes.length === 1);
    expect(one.remotes[0]?.id).toBe('other');
    expect(one.revision).toBeGreaterThan(both.revision);
  });
});
