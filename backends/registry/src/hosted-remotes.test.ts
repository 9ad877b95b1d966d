import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { createWorkshop, fakeBuild } from './fixtures/fake-remote.ts';
import type { FakeWorkshop } from './fixtures/fake-remote.ts';
import { startRegistry } from './fixtures/start-registry.ts';
import type { RegistryTestConfig, TestRegistry } from './fixtures/start-registry.ts';

const admin = mockCredentials.admin();
const user = mockCredentials.user();
let workshop: FakeWorkshop;
let registry: TestRegistry | undefined;
let host: Server;
let url: string;
/** What the host serves: path -> body. */
let served: Map<string, string>;
let asked: string[];

function serve(build: ReadonlyMap<string, string>, folder = ''): void {
  for (const [name, text] of build) served.set(`${folder}/${name}`, text);
}

async function startHost(port = 0): Promise<void> {
  host = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = served.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>(resolve => host.listen(port, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
}

async function stopHost(): Promise<void> {
  host.closeAllConnections();
  await new Promise(resolve => host.close(resolve));
}

async function start(config: RegistryTestConfig = {}, dataDirectory?: string): Promise<TestRegistry> {
  registry = await startRegistry(workshop, config, dataDirectory);
  return registry;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly location: string | null;
}

async function send(method: string, path: string, body?: unknown, as = admin): Promise<Answer> {
  const json = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const answer = await (registry as TestRegistry).fetch(`/api/registry${path}`, { as, method, ...json });
  const text = await answer.text();
  const parsed = text === '' ? undefined : (JSON.parse(text) as unknown);
  return { status: answer.status, body: parsed, location: answer.headers.get('location') };
}

/** The rules that an error's details name. */
function detailsOf(body: unknown): string[] {
  return (body as { error: { details: { code: string }[] } }).error.details.map(detail => detail.code);
}

function isOk(id: string): (snapshot: { remotes: readonly { id: string; status: string }[] }) => boolean {
  return ({ remotes }) => remotes.some(remote => remote.id === id && remote.status === 'ok');
}

beforeEach(async () => {
  workshop = createWorkshop();
  served = new Map();
  asked = [];
  await startHost();
});

afterEach(async () => {
  await registry?.stop();
  registry = undefined;
  await stopHost();
  workshop.remove();
});

describe('a remote that the configuration names by URL', () => {
  test('is copied with all its files, and works while its host is down, also after a restart', async () => {
    serve(fakeBuild());
    const config = { remotes: [{ id: 'tech-radar', url }] };
    const first = await start(config, workshop.at('data'));
    await first.snapshotWhere(isOk('tech-radar'));
    await first.stop();
    await stopHost();
    const second = await start(config, workshop.at('data'));
    const remote = await second.remote('tech-radar');
    expect(remote.status).toBe('ok');
    const answer = await second.fetch(remote.entry.url, { as: user });
    expect([answer.status, await answer.text()]).toEqual([200, fakeBuild().get('remoteEntry.js')]);
    await startHost();
  });

  test('is refused with the reason while its host has never answered', async () => {
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    const now = await running.snapshotWhere(({ remotes }) => remotes[0]?.reason?.code === 'REGISTRY_REMOTE_UNREACHABLE');
    expect(now.remotes[0]?.reason?.message).toContain(`${url}/portico-plugin.json`);
    serve(fakeBuild());
    await running.snapshotWhere(isOk('tech-radar'));
  });

  test('that was built anew is a new version; the files that stayed the same are not asked for again', async () => {
    serve(fakeBuild());
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    const before = await running.snapshotWhere(isOk('tech-radar'));
    asked.length = 0;
    serve(fakeBuild({ page: 'export default 2' }));
    const after = await running.snapshotWhere(({ revision }) => revision > before.revision);
    expect(after.remotes[0]?.version).not.toBe(before.remotes[0]?.version);
    expect(new Set(asked)).toEqual(new Set(['/portico-plugin.json', '/page.0a1b2c3d.js']));
    const old = await running.fetch(before.remotes[0]?.entry.url.replace('remoteEntry', 'page.0a1b2c3d') ?? '', { as: user });
    expect(await old.text()).toBe('export default 1');
  });

  test('keeps its last good version when the new build is faulty', async () => {
    serve(fakeBuild());
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    const { revision } = await running.snapshotWhere(isOk('tech-radar'));
    served.set('/page.0a1b2c3d.js', 'other bytes');
    served.set('/portico-plugin.json', fakeBuild({ page: 'export default 3' }).get('portico-plugin.json') ?? '');
    const faultOf = async (): Promise<string | undefined> =>
      ((await send('GET', '/remotes/tech-radar', undefined, user)).body as { fault?: { code: string } }).fault?.code;
    while ((await faultOf()) === undefined) expect((await running.remote('tech-radar')).status).toBe('ok');
    expect(await faultOf()).toBe('REGISTRY_CHECKS_FAILED');
    expect((await running.snapshot()).revision).toBe(revision);
    expect((await running.remote('tech-radar')).status).toBe('ok');
  });
});

describe('the versions that are copied from a host', () => {
  const versionsNow = async (): Promise<string[]> =>
    ((await send('GET', '/remotes/tech-radar')).body as { versions: { version: string }[] }).versions.map(({ version }) => version.split('+', 1)[0] ?? '');

  async function build(running: TestRegistry, version: string): Promise<void> {
    const { revision } = await running.snapshot();
    serve(fakeBuild({ version, page: version }));
    await running.snapshotWhere(snapshot => snapshot.revision > revision && (snapshot.remotes[0]?.version.startsWith(`${version}+`) ?? false));
  }

  test('make room for a new build; where all of them are needed the new one is not taken, and it is said why', async () => {
    serve(fakeBuild({ version: '1.0.0', page: '1.0.0' }));
    const retention = { previousVersions: 1, newestVersions: 1, unusedDays: 30 };
    const running = await start({ remotes: [{ id: 'tech-radar', url }], quotaVersions: 3, retention });
    await running.snapshotWhere(isOk('tech-radar'));
    for (const version of ['1.1.0', '1.2.0', '1.3.0']) await build(running, version);
    expect(await versionsNow()).toEqual(['1.3.0', '1.2.0', '1.1.0']);
    await build(running, '1.4.0');
    const { versions } = (await send('GET', '/remotes/tech-radar')).body as { versions: { version: string }[] };
    const told = { events: [], running: versions.map(({ version }) => ({ remote: 'tech-radar', version })) };
    expect((await send('POST', '/telemetry', told, user)).status).toBe(204);
    serve(fakeBuild({ version: '1.5.0', page: '1.5.0' }));
    const faultOf = async (): Promise<string | undefined> => ((await send('GET', '/remotes/tech-radar')).body as { fault?: { code: string } }).fault?.code;
    while ((await faultOf()) === undefined) expect((await running.remote('tech-radar')).status).toBe('ok');
    expect([await faultOf(), (await running.remote('tech-radar')).version.split('+')[0]]).toEqual(['REGISTRY_QUOTA_USED_UP', '1.4.0']);
  });
});

describe('a host that gives a trial', () => {
  async function build(running: TestRegistry, version: string): Promise<void> {
    serve(fakeBuild({ version, page: version }));
    const versions = async (): Promise<string[]> =>
      ((await send('GET', '/remotes/tech-radar')).body as { versions: { version: string }[] }).versions.map(one => one.version.split('+', 1)[0] ?? '');
    while (!(await versions()).includes(version)) await running.snapshot();
  }
  const shown = async (running: TestRegistry): Promise<string | undefined> => (await running.remote('tech-radar')).version.split('+', 1)[0];

  test('has it kept for whoever promotes it; a release is followed, also to a lower one', async () => {
    serve(fakeBuild({ version: '1.1.0' }));
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    await running.snapshotWhere(isOk('tech-radar'));
    await build(running, '2.0.0-rc.1');
    expect(await shown(running)).toBe('1.1.0');
    await build(running, '1.0.9');
    expect(await shown(running)).toBe('1.0.9');
  });

  test('from the beginning is followed from trial to trial: that is what was registered', async () => {
    serve(fakeBuild({ version: '1.0.0-rc.1' }));
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    await running.snapshotWhere(isOk('tech-radar'));
    await build(running, '1.0.0-rc.2');
    expect(await shown(running)).toBe('1.0.0-rc.2');
    await build(running, '1.0.0');
    expect(await shown(running)).toBe('1.0.0');
  });
});

describe('POST /remotes', () => {
  test('registers a remote by its URL, which stays over a restart', async () => {
    serve(fakeBuild(), '/radar');
    const first = await start({ origins: { allowed: [url] } }, workshop.at('data'));
    const answer = await send('POST', '/remotes', { url: `${url}/radar/portico-plugin.json`, route: '/radar' });
    expect([answer.status, answer.location]).toEqual([201, '/api/registry/remotes/tech-radar']);
    expect(answer.body).toMatchObject({ id: 'tech-radar', status: 'ok', routes: ['/radar'], source: { kind: 'mirror' } });
    await first.stop();
    const second = await start({ origins: { allowed: [url] } }, workshop.at('data'));
    expect((await second.remote('tech-radar')).status).toBe('ok');
  });

  test('gives one of many callers at the same time the id, and refuses the others', async () => {
    serve(fakeBuild());
    const running = await start({ origins: { allowed: [url] } });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send('POST', '/remotes', { url })));
    const refusals = answers.filter(({ status }) => [409, 422].includes(status));
    expect([answers.filter(({ status }) => status === 201).length, refusals.length]).toEqual([1, 9]);
    expect((await running.snapshot()).remotes).toHaveLength(1);
  });

  test('refuses what does not pass the checks, and tells all of it', async () => {
    serve(fakeBuild({ route: '/catalog', manifest: { portal: '^9.0.0', version: 'latest' } }));
    const running = await start({ remotes: [{ path: workshop.build('catalog') }], origins: { allowed: [url] } });
    const { status, body } = await send('POST', '/remotes', { url });
    expect(status).toBe(422);
    expect((body as { error: { code: string } }).error.code).toBe('REGISTRY_CHECKS_FAILED');
    expect(detailsOf(body)).toEqual(['version-is-semver', 'portal-range-fits-offer', 'routes-do-not-collide']);
    expect((await running.snapshot()).remotes.map(remote => remote.id)).toEqual(['catalog']);
  });

  test('refuses an id that another remote has', async () => {
    serve(fakeBuild({ route: '/other' }));
    await start({ remotes: [{ path: workshop.build('tech-radar') }], origins: { allowed: [url] } });
    const { status, body } = await send('POST', '/remotes', { url });
    expect([status, detailsOf(body)]).toEqual([422, ['id-is-not-taken']]);
  });

  test.each([
    ['no URL', {}, /neither "url" nor "id"/],
    ['another scheme', { url: 'file:///etc/passwd' }, /got: at url: Expected an http or https address, got "file:\/\/\/etc\/passwd"$/],
    ['no address', { url: 'nowhere' }, /got: at url: Expected an http or https address, got "nowhere"$/],
    ['a key that is not known', { url: 'https://example.org', admin: true }, /at admin: Expected no such key, got "admin"$/],
    ['an id that is no id', { url: 'https://example.org', id: '__proto__' }, /at id/],
    ['a list', [], /at the body/],
  ])('refuses a body with %s', async (_what, sent, message) => {
    await start();
    const { status, body } = await send('POST', '/remotes', sent);
    const { error } = body as { error: { code: string; message: string } };
    expect([status, error.code]).toEqual([400, 'REGISTRY_BODY_INVALID']);
    expect(error.message).toMatch(message);
  });

  test('refuses hosts that the configuration does not name', async () => {
    serve(fakeBuild());
    await start();
    const { status, body } = await send('POST', '/remotes', { url });
    expect([status, detailsOf(body)]).toEqual([422, ['remote-is-reachable']]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['POST', '/remotes'],
    ['POST', '/preflight'],
    ['DELETE', '/remotes/catalog'],
  ])('%s %s needs somebody who may write', async (method, path) => {
    await start({ remotes: [{ path: workshop.build('catalog') }] });
    const { status, body } = await send(method, path, method === 'POST' ? { url } : undefined, user);
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([403, 'REGISTRY_PERMISSION_MISSING']);
    expect(asked).toEqual([]);
  });
});

describe('POST /preflight', () => {
  test('does the same checks and keeps nothing', async () => {
    serve(fakeBuild());
    const running = await start({ origins: { allowed: [url] } });
    expect(await send('POST', '/preflight', { url })).toMatchObject({ status: 200, body: { ok: true, findings: [] } });
    served.set('/remoteEntry.js', '<!doctype html>');
    const { body } = await send('POST', '/preflight', { url, id: 'radar' });
    expect(body).toMatchObject({
      ok: false,
      id: 'tech-radar',
      rules: expect.arrayContaining(['shared-ranges-fit-offer', 'routes-do-not-collide']),
      findings: [
        expect.objectContaining({ rule: 'assets-match-the-files', severity: 'error', path: 'remoteEntry.js' }),
        expect.objectContaining({ rule: 'scripts-are-scripts', severity: 'error', path: 'remoteEntry.js' }),
      ],
    });
    expect((await running.snapshot()).remotes).toEqual([]);
  });
});

describe('DELETE /remotes/:id', () => {
  test('forgets the remote and its files', async () => {
    serve(fakeBuild());
    const running = await start({ origins: { allowed: [url] } });
    await send('POST', '/remotes', { url });
    const { entry } = await running.remote('tech-radar');
    expect((await send('DELETE', '/remotes/tech-radar')).status).toBe(204);
    expect((await running.snapshot()).remotes).toEqual([]);
    expect((await running.fetch(entry.url, { as: user })).status).toBe(404);
    expect((await send('DELETE', '/remotes/tech-radar')).status).toBe(404);
    expect((await send('POST', '/remotes', { url })).status).toBe(201);
  });

  test('leaves what the configuration names', async () => {
    await start({ remotes: [{ path: workshop.build('tech-radar') }] });
    const { status, body } = await send('DELETE', '/remotes/tech-radar');
    expect([status, (body as { error: { code: string } }).error.code]).toEqual([409, 'REGISTRY_REMOTE_CONFIGURED']);
  });
});

describe('GET /remotes/:id', () => {
  test('gives the manifest with every digest, and the versions', async () => {
    serve(fakeBuild());
    const running = await start({ remotes: [{ id: 'tech-radar', url }] });
    await running.snapshotWhere(isOk('tech-radar'));
    const { body } = await send('GET', '/remotes/tech-radar', undefined, user);
    const { version } = await running.remote('tech-radar');
    const integrity = expect.stringMatching(/^sha384-/);
    const assets = ['remoteEntry.js', 'page.0a1b2c3d.js', 'styles/page.css'].map(path => ({ path, integrity }));
    expect(body).toMatchObject({ versions: [{ version }], findings: [], manifest: { assets } });
  });

  test('does not know what is not registered', async () => {
    await start();
    expect((await send('GET', '/remotes/constructor', undefined, user)).status).toBe(404);
  });
});

describe('a live remote', () => {
  test('is loaded from its own origin, with the digest that its manifest gives', async () => {
    serve(fakeBuild());
    const running = await start({ remotes: [{ id: 'tech-radar', url, live: true }], origins: { allowed: [url] } });
    const { remotes } = await running.snapshotWhere(isOk('tech-radar'));
    expect(remotes[0]).toMatchObject({ version: '1.2.0', entry: { url: `${url}/remoteEntry.js` } });
    expect(remotes[0]?.entry.integrity).toMatch(/^sha384-/);
  });

  test('that gives nothing but an entry is labelled unverified and has one page', async () => {
    const place = `${url}/remoteEntry.js`;
    const legacy = { id: 'legacy', url: place, live: true, title: 'Legacy' };
    const running = await start({ remotes: [legacy], origins: { allowed: [url] } });
    const { remotes } = await running.snapshotWhere(now => now.remotes[0]?.status === 'unverified');
    expect(remotes[0]).toMatchObject({
      title: 'Legacy',
      entry: { url: place, type: 'script', global: 'legacy' },
      routes: [{ path: '/legacy', extension: 'page:legacy' }],
    });
    expect(remotes[0]?.entry.integrity).toBeUndefined();
  });

  test('is refused when its origin is not in registry.origins.allowed', async () => {
    serve(fakeBuild());
    const running = await start({ remotes: [{ id: 'tech-radar', url, live: true }] });
    await running.snapshotWhere(({ remotes }) => remotes[0]?.reason?.code === 'REGISTRY_ORIGIN_NOT_ALLOWED');
  });
});
