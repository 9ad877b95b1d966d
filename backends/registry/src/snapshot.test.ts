import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { configRevisionTopic, parseShape, registryRevisionTopic, snapshotSchema } from '@portico/contracts';
import { coreServices, createBackendPlugin } from '@portico/backend-framework';
import { mockCredentials, startTestBackend } from '@portico/test-kit/backend';
import { createWorkshop } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { TestRegistry } from './fixtures/start-registry.ts';
import registryPlugin from './index.ts';

const user = mockCredentials.user();
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

/** A remote as teams make them: a page, a navigation entry, a tab and a card with predicates. */
function typicalRemote(index: number): { path: string } {
  const words = ['build', 'cost', 'quality', 'incident', 'release', 'security', 'search', 'docs', 'api', 'cloud'];
  const id = `${words[index % 10]}-${words[(index * 7 + 3) % 10]}-${index}`;
  const title = `${id[0]?.toUpperCase()}${id.slice(1).replaceAll('-', ' ')}`;
  const page = `page.${randomBytes(4).toString('hex')}.js`;
  const manifest = {
    title,
    navigation: [{ title, path: `/${id}`, icon: words[index % 10], group: 'Operations' }],
    extensions: [
      { id: `page:${id}`, point: 'core.page/v1' },
      {
        id: `tab:${id}`,
        point: 'catalog.entity-tab/v1',
        if: { kind: 'Component', [`metadata.annotations.${id}.example.org/project`]: { $exists: true } },
        config: { path: `/${id}`, title },
      },
      { id: `card:${id}`, point: 'catalog.entity-card/v1', if: { kind: 'Component' }, config: { title } },
    ],
  };
  const version = `${index % 3}.${index % 7}.0`;
  return { path: workshop.build(id, { version, page: String(index), files: { [page]: id }, manifest }) };
}

describe('GET /snapshot', () => {
  test('costs at most 150 gzip bytes per remote with 100 typical remotes', async () => {
    registry = await startRegistry(workshop, { remotes: Array.from({ length: 100 }, (_none, index) => typicalRemote(index)) });
    const { remotes } = await registry.snapshot();
    expect(remotes.filter(remote => remote.status === 'ok')).toHaveLength(100);
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await registry.fetch('/api/registry/snapshot', { as: user, method: 'HEAD', headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(Number(answer.headers.get('content-length')) / 100).toBeLessThanOrEqual(150);
  });

  test('has a strong tag and is not sent again while nothing has changed', async () => {
    registry = await startRegistry(workshop, { remotes: [{ path: workshop.build('tech-radar') }] });
    const first = await registry.fetch('/api/registry/snapshot', { as: user });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const ask = async (): Promise<number> =>
      (await (registry as TestRegistry).fetch('/api/registry/snapshot', { as: user, headers: { 'if-none-match': etag } })).status;
    expect(await ask()).toBe(304);
    const { revision } = await registry.snapshot();
    workshop.build('tech-radar', { page: 'export default 2' });
    await registry.snapshotWhere(now => now.revision > revision);
    expect(await ask()).toBe(200);
  });

  test('comes compressed from the same bytes', async () => {
    registry = await startRegistry(workshop, { remotes: [typicalRemote(1)] });
    const answer = await registry.fetch('/api/registry/snapshot', { as: user, headers: { 'accept-encoding': 'identity' } });
    const plain = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(gunzipSync(await compressed(registry))).toEqual(plain);
  });

  test('keeps its revision over a restart, and grows when something changed meanwhile', async () => {
    const remotes = [{ path: workshop.build('tech-radar') }];
    const revisions: number[] = [];
    for (const page of ['1', '1', '2']) {
      workshop.build('tech-radar', { page });
      const running = await startRegistry(workshop, { remotes }, workshop.at('data'));
      revisions.push((await running.snapshot()).revision);
      await running.stop();
    }
    expect(revisions).toEqual([1, 1, 2]);
  });

  test('needs a signed-in user or a service', async () => {
    registry = await startRegistry(workshop);
    expect((await registry.fetch('/api/registry/snapshot')).status).toBe(401);
    expect(await registry.snapshot()).toEqual({ revision: 1, remotes: [], chaos: true });
  });
});

/** The gzip form; fetch would unpack it. */
function compressed(from: TestRegistry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { ...user.headers, 'accept-encoding': 'gzip' };
    request({ host: '127.0.0.1', port: from.port, path: '/api/registry/snapshot', headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    })
      .on('error', reject)
      .end();
  });
}

describe('GET /snapshot?at=<path>', () => {
  const many = () => Array.from({ length: 60 }, (_none, index) => typicalRemote(index));
  const first = async (at: string) => {
    const answer = await (registry as TestRegistry).fetch(`/api/registry/snapshot?at=${encodeURIComponent(at)}`, { as: user });
    const parsed = parseShape(snapshotSchema, await answer.json());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    const { remotes, outlines = [], revision } = parsed.value;
    return { revision, whole: remotes.map(({ id }) => id), outlines };
  };

  test('says all of what the page at the path needs, and of the others what routes and navigation need', async () => {
    const catalog = { path: workshop.build('catalog', { manifest: { extensionPoints: ['catalog.entity-tab/v1'] } }) };
    const provider = { path: workshop.build('measures', { manifest: { provides: ['measures.client'] } }) };
    registry = await startRegistry(workshop, { remotes: [...many(), catalog, provider] });
    const all = await registry.snapshot();
    const page = all.remotes[7]?.id ?? '';
    const { whole, outlines, revision } = await first(`/${page}/below?`);
    expect([revision, whole]).toEqual([all.revision, [page, 'measures']]);
    expect(outlines).toEqual(
      all.remotes.filter(({ id }) => id !== page && id !== 'measures').map(({ id, version, title, routes, navigation }) => ({ id, version, title, routes, navigation })),
    );
    expect((await first('/nowhere')).whole).toEqual(['measures']);
    expect((await first('/catalog')).whole).toHaveLength(62);
  });

  test('follows each change', async () => {
    registry = await startRegistry(workshop, { remotes: [...many(), { path: workshop.build('tech-radar') }] });
    const { revision } = await first('/tech-radar');
    workshop.build('tech-radar', { page: 'export default 2' });
    const now = await registry.snapshotWhere(snapshot => snapshot.revision > revision);
    expect((await first('/tech-radar')).revision).toBe(now.revision);
  });

  test('says all of all where there are not many', async () => {
    registry = await startRegistry(workshop, { remotes: Array.from({ length: 50 }, (_none, index) => typicalRemote(index)) });
    const { whole, outlines } = await first('/');
    expect([whole.length, outlines]).toEqual([50, []]);
  });
});

describe('revisions', () => {
  test('are published as events, the newest to those who come later', async () => {
    const seen: unknown[] = [];
    const listener = createBackendPlugin({
      pluginId: 'listener',
      register(env) {
        env.registerInit({
          deps: { events: coreServices.events },
          init({ events }) {
            events.subscribe(registryRevisionTopic, payload => seen.push(payload));
            events.subscribe(configRevisionTopic, () => seen.push('another topic'));
          },
        });
      },
    });
    const config = { registry: { remotes: [{ path: workshop.build('tech-radar') }], offerFile: workshop.at('offer.json') } };
    const backend = await startTestBackend({ features: [registryPlugin, listener], config });
    await backend.stop();
    expect(seen).toEqual([{ revision: 1 }]);
  });
});

describe('GET /offer', () => {
  test('gives what the shell was built with', async () => {
    registry = await startRegistry(workshop);
    const answer = await registry.fetch('/api/registry/offer', { as: user });
    expect(await answer.json()).toMatchObject({ schema: 1, pluginApi: '1.3.0' });
  });

  test('without a built shell says what to do, and remotes are offered nevertheless', async () => {
    const remotes = [{ path: workshop.build('tech-radar') }];
    rmSync(workshop.at('offer.json'));
    registry = await startRegistry(workshop, { remotes });
    const answer = await registry.fetch('/api/registry/offer', { as: user });
    const { error } = (await answer.json()) as { error: { code: string; fix: string } };
    expect([answer.status, error.code]).toEqual([503, 'REGISTRY_OFFER_MISSING']);
    expect(error.fix).toContain('npm run build');
    expect((await registry.remote('tech-radar')).status).toBe('ok');
  });
});

describe('GET /config-schemas', () => {
  test('gives programs what remotes say of their own keys', async () => {
    const own = { type: 'object', properties: { url: { type: 'string', visibility: 'frontend' } } };
    const configSchema = { type: 'object', description: 'Settings of the radar', properties: { techRadar: own } };
    const path = workshop.build('tech-radar', { manifest: { configSchema } });
    registry = await startRegistry(workshop, { remotes: [{ path }] });
    const answer = await registry.fetch('/api/registry/config-schemas', { as: mockCredentials.service('plugin:app') });
    expect(await answer.json()).toEqual({ schemas: [{ type: 'object', properties: { techRadar: own } }] });
    expect((await registry.fetch('/api/registry/config-schemas', { as: user })).status).toBe(403);
  });
});
