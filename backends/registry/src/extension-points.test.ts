import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Finding } from '@portico/remote-checks';
import { startBuildHost } from './fixtures/build-host.ts';
import type { BuildHost } from './fixtures/build-host.ts';
import { fakeBuild } from './fixtures/fake-remote.ts';
import type { FakeRemoteOptions } from './fixtures/fake-remote.ts';
import type { Answer } from './fixtures/registry-client.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

type Build = FakeRemoteOptions & { readonly id: string };

const now = registryForEachTest();
const point = 'catalog.entity-card/v1';
const unknown = 'warning extension-points-are-known extensions.1.point';

/** A remote with a card for a point. */
const cardAt = (at: string, id = 'tech-radar'): Build => ({
  id,
  manifest: { extensions: [{ id: `page:${id}`, point: 'core.page/v1' }, { id: `card:${id}`, point: at }] },
});
/** A remote that has these points. */
const catalogWith = (...extensionPoints: string[]): Build => ({ id: 'catalog', version: '1.0.0', manifest: { extensionPoints } });

const rulesIn = ({ body }: Answer): string[] => (body.findings as Finding[]).map(({ severity, rule, path }) => `${severity} ${rule} ${path}`);
const reported = async (id = 'tech-radar'): Promise<string[]> => rulesIn(await now.client.call('GET', `/remotes/${id}`));
const checked = async (build: Build): Promise<string[]> => rulesIn(await now.client.preflight(build));

describe('an extension for a point of another remote', () => {
  test('that no remote has is told of at preflight, at publish and in the report, and keeps nothing out', async () => {
    const before = await now.client.preflight(cardAt(point));
    expect(before.body).toMatchObject({ ok: true, findings: [{ message: expect.stringContaining(`got "${point}"`), fix: expect.stringContaining('Register a remote that has the point') }] });
    const published = await now.client.publish(cardAt(point));
    expect([published.status, rulesIn(before), rulesIn(published), await reported()]).toEqual([201, [unknown], [unknown], [unknown]]);
    expect((await now.registry.remote('tech-radar')).status).toBe('ok');
  });

  test('is known as soon as a remote with the point comes, also later, and unknown again when that one goes', async () => {
    await now.client.publish(cardAt(point));
    await now.client.publish(catalogWith(point));
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[], []]);
    await now.client.change('catalog', { enabled: false });
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[unknown], [unknown]]);
    await now.client.change('catalog', { enabled: true });
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[], []]);
    expect((await now.client.call('DELETE', '/remotes/catalog')).status).toBe(204);
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[unknown], [unknown]]);
  });

  test('is held against the versions that people get', async () => {
    await now.client.publish(cardAt(point));
    await now.client.publish(catalogWith());
    await now.client.publish({ ...catalogWith(point), version: '2.0.0' });
    expect(await reported()).toEqual([unknown]);
    await now.client.call('PUT', '/remotes/catalog/channels/stable', { version: '2.0.0' });
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[], []]);
    await now.client.call('POST', '/remotes/catalog/rollback');
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[unknown], [unknown]]);
  });

  test('that the remote has by another name is told with the names that there are', async () => {
    await now.client.publish(catalogWith('catalog.entity-card/v2', 'catalog.entity-tab/v1'));
    const { body } = await now.client.preflight(cardAt(point));
    expect(body.findings).toMatchObject([{ rule: 'extension-points-are-known', fix: 'Take one of catalog: catalog.entity-card/v2, catalog.entity-tab/v1' }]);
  });

  test('that the remote itself has is known', async () => {
    const own = cardAt('scores.summary/v1', 'scores');
    expect(await checked({ ...own, manifest: { ...own.manifest, extensionPoints: ['scores.summary/v1'] } })).toEqual([]);
  });
});

describe('remotes that the configuration names', () => {
  const start = (catalog: FakeRemoteOptions): Promise<void> => {
    const paths = [now.workshop.build('tech-radar', cardAt(point)), now.workshop.build('catalog', catalog)];
    return now.startAnew({ remotes: paths.map(path => ({ path })) });
  };

  test('know the points of those that are named after them', async () => {
    await start(catalogWith(point));
    expect(await reported()).toEqual([]);
  });

  test.each([
    ['by itself', { portal: '^99.0.0' }],
    ['beside the others', { routes: [{ path: '/tech-radar', extension: 'page:catalog' }] }],
  ])('do not know the points of one that is refused %s: nothing is shown there', async (_how, manifest) => {
    await start({ ...catalogWith(), manifest: { extensionPoints: [point], ...manifest } });
    expect([await reported(), await checked(cardAt(point, 'scores'))]).toEqual([[unknown], [unknown]]);
  });

  test('learn of points when a build folder changes', async () => {
    await start(catalogWith());
    expect(await reported()).toEqual([unknown]);
    now.workshop.build('catalog', { ...catalogWith(point), page: 'export default 2' });
    await now.registry.snapshotWhere(({ revision }) => revision > 1);
    expect(await reported()).toEqual([]);
  });
});

test('an extension for a point that the shell does not have keeps a remote out', async () => {
  const { body } = await now.client.preflight(cardAt('core.page/v9'));
  expect([body.ok, rulesIn({ body } as Answer)]).toEqual([false, ['error core-points-are-offered extensions.1.point']]);
  const refused = await now.client.publish(cardAt('core.page/v9'));
  expect([refused.status, refused.body.error.details]).toMatchObject([422, [{ code: 'core-points-are-offered', path: 'extensions.1.point' }]]);
});

describe('a remote that its team hosts', () => {
  let host: BuildHost;
  beforeEach(async () => {
    host = await startBuildHost(fakeBuild(cardAt(point)));
  });
  afterEach(() => host.stop());

  test('is held against the points of all others when it is tried, registered and looked at', async () => {
    await now.startAnew({ origins: { allowed: [host.url] } });
    const trial = async (): Promise<string[]> => rulesIn(await now.client.call('POST', '/preflight', { url: host.url }));
    expect(await trial()).toEqual([unknown]);
    await now.client.publish(catalogWith(point));
    expect(await trial()).toEqual([]);
    const registered = await now.client.call('POST', '/remotes', { url: host.url });
    expect([registered.status, rulesIn(registered)]).toEqual([201, []]);
    await now.client.call('DELETE', '/remotes/catalog');
    expect(await reported()).toEqual([unknown]);
  });
});
