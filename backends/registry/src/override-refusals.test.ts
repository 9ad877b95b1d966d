import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { admin, manifestOf, publisher, startOverrideCalls, url, viewer } from './fixtures/override-calls.ts';
import type { OverrideCalls, Somebody } from './fixtures/override-calls.ts';

const own = admin('s-1');
let calls: OverrideCalls;

beforeEach(async () => void (calls = await startOverrideCalls()));
afterEach(() => calls.stop());

describe('whoever may not', () => {
  const refusals: [string, Somebody, string, object, number, string][] = [
    ['is a viewer', viewer, 'tech-radar', {}, 403, 'REGISTRY_OVERRIDE_ROLE'],
    ['does not own the remote', publisher, 'catalog', {}, 403, 'REGISTRY_PERMISSION_MISSING'],
    ['has no browser session', mockCredentials.admin(), 'tech-radar', {}, 403, 'REGISTRY_OVERRIDE_SESSION'],
    ['is a program', mockCredentials.service('external:ci', ['portal-admin']) as never, 'tech-radar', {}, 403, 'REGISTRY_OVERRIDE_SESSION'],
    ['asks in the name of somebody', mockCredentials.user({ roles: ['portal-admin'], sessionId: 's', actor: { type: 'service', subject: 'plugin:x' } }), 'tech-radar', {}, 403, 'REGISTRY_OVERRIDE_SESSION'],
    ['names an unknown remote', own, 'nothing', {}, 404, 'REGISTRY_REMOTE_UNKNOWN'],
    ['names __proto__', own, '__proto__', {}, 404, 'REGISTRY_REMOTE_UNKNOWN'],
    ['has another origin in mind', own, 'tech-radar', { url: 'https://evil.example/portico-plugin.json' }, 403, 'REGISTRY_OVERRIDE_ORIGIN'],
  ];

  test.each(refusals)('%s', async (_who, as, id, changes, status, code) => {
    const body = { url, manifest: manifestOf({ id: 'tech-radar' }), ...changes };
    expect(await calls.set(as, id, body)).toMatchObject({ status, body: { error: { code } } });
    const proposal = { remote: id === '__proto__' ? 'nothing' : id, url: body.url };
    expect(await calls.call(as, 'POST', '/proposals', proposal)).toMatchObject({ status, body: { error: { code } } });
    if (status === 403) expect(await calls.audited('override.set')).toMatchObject([{ outcome: 'refused', remote: id }]);
    expect((await calls.offered(own))?.version).toBe('1.0.0');
  });

  test('publishers may replace what they own, and are told what that is', async () => {
    expect((await calls.set(publisher, 'tech-radar')).status).toBe(200);
    expect((await calls.call(publisher, 'GET', '')).body.remotes).toEqual([{ id: 'tech-radar', title: 'Title of tech-radar' }]);
    expect((await calls.call(viewer, 'GET', '')).body.remotes).toEqual([]);
  });

  test('signs in again: another session has no override', async () => {
    await calls.set(own, 'tech-radar');
    expect((await calls.offered(admin('s-after-signing-in-again')))?.version).toBe('1.0.0');
  });

  test('has enough already', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await calls.client.publish({ id, version: '1.0.0' });
    for (const id of ['a', 'b', 'c', 'd', 'catalog']) expect((await calls.set(own, id)).status).toBe(200);
    expect((await calls.set(own, 'tech-radar')).body.error.code).toBe('REGISTRY_OVERRIDE_TOO_MANY');
    expect((await calls.set(own, 'catalog')).status).toBe(200);
    expect((await calls.set(admin('s-2'), 'tech-radar')).status).toBe(200);
    expect((await calls.call(own, 'GET', '')).body.overrides).toHaveLength(5);
  });
});

describe('an address that wants to be taken for another', () => {
  const elsewhere = [
    'http://localhost.evil.example:3010/',
    'http://evil.example/http://localhost:3010/',
    'http://evil.example#http://localhost:3010/',
    'http://evil.example\\@localhost:3010/',
    'http://127.0.0.1.evil.example/',
    'http://localhost.:3010/',
    'https://localhost:3010/',
    'http://lоcalhost:3010/',
    'http://[::1]:3010/',
    'http://169.254.169.254/',
  ];
  const odd = [
    'http://localhost:3010.evil.example/',
    'http://localhost@evil.example/',
    'http://a:b@localhost:3010/',
    'javascript:alert(1)',
    'data:text/javascript,1',
    'file:///etc/passwd',
    'blob:http://localhost:3010/1',
    '//localhost:3010/',
    '',
  ];

  async function answerTo(address: string): Promise<readonly [string, number, string]> {
    const { status, body } = await calls.set(own, 'tech-radar', { url: address, manifest: manifestOf() });
    return [address, status, body.error?.code];
  }

  test('is refused for its origin, however it begins', async () => {
    for (const address of elsewhere) expect(await answerTo(address)).toEqual([address, 403, 'REGISTRY_OVERRIDE_ORIGIN']);
  });

  test('is refused when it is no plain http address', async () => {
    for (const address of odd) expect(await answerTo(address)).toEqual([address, 400, expect.stringMatching(/^REGISTRY_(OVERRIDE_URL|BODY_INVALID)$/)]);
  });

  test('an entry may not lead away from the origin that was agreed to', async () => {
    const manifest = manifestOf();
    for (const entry of ['https://evil.example/x.js', '//evil.example/x.js', '../x.js', 'http://localhost:3011/x.js', 'javascript:alert(1)', 'data:text/javascript,1']) {
      const answer = await calls.set(own, 'tech-radar', { url: 'http://localhost:3010/dist/', manifest: { ...manifest, federation: { ...manifest.federation, entry } } });
      expect([answer.status, answer.body.error.code]).toEqual([422, 'REGISTRY_CHECKS_FAILED']);
    }
  });
});

describe('a build that can not work', () => {
  test('is refused with all findings, and changes nothing', async () => {
    const manifest = { ...manifestOf({ route: '/catalog' }), portal: '^99.0.0', id: 'tech-radar' };
    const { status, body } = await calls.set(own, 'tech-radar', { url, manifest });
    expect([status, body.error.code]).toEqual([422, 'REGISTRY_CHECKS_FAILED']);
    expect(body.error.details.map(({ code }: { code: string }) => code)).toEqual(expect.arrayContaining(['portal-range-fits-offer']));
    expect((await calls.offered(own))?.version).toBe('1.0.0');
  });

  test.each([
    ['nothing', undefined],
    ['no object', 'text'],
    ['another remote', { ...manifestOf({ id: 'catalog' }), routes: [] }],
    ['a route of another remote', manifestOf({ route: '/catalog' })],
    ['a reserved route', manifestOf({ route: '/api' })],
    ['__proto__', JSON.parse('{"__proto__": {"status": "ok"}, "schema": 1}')],
  ])('that gives %s is refused', async (_what, manifest) => {
    expect((await calls.set(own, 'tech-radar', { url, manifest })).status).toBe(422);
    expect((await calls.offered(own))?.override).toBeUndefined();
    expect(({} as { status?: string }).status).toBeUndefined();
  });

  test('because another remote has its route by now, says so on its page', async () => {
    await calls.set(own, 'tech-radar', { url, manifest: manifestOf({ route: '/later' }) });
    await calls.client.publish({ id: 'later', version: '1.0.0' });
    expect(await calls.offered(own)).toMatchObject({ status: 'refused', reason: { code: 'REGISTRY_CHECKS_FAILED' }, override: { url } });
    expect((await calls.call(own, 'GET', '')).body.overrides).toMatchObject([{ reason: { code: 'REGISTRY_CHECKS_FAILED' } }]);
    expect((await calls.offered(own, 'later'))?.status).toBe('ok');
  });
});

describe('what is not allowed any more', () => {
  const withOverrides = (overrides: object): never =>
    ({ backend: { listen: { host: '127.0.0.1' } }, registry: { watchIntervalMs: 25, offerFile: calls.workshop.at('offer.json'), overrides } }) as never;

  test.each([
    ['overrides are switched off', { enabled: false }, 'OVERRIDE_OFF'],
    ['the origin is taken off the list', { allowedOrigins: ['https://builds.example'] }, 'OVERRIDE_ORIGIN'],
    ['the role is taken off the list', { allowedRoles: ['remote-publisher'] }, 'OVERRIDE_ROLE'],
  ])('ends with the next snapshot when %s, and open sessions hear of it', async (_what, overrides, code) => {
    await calls.set(own, 'tech-radar');
    const events = await calls.registry.fetch('/api/events?topics=registry.revision', { as: own });
    calls.registry.changeConfig(withOverrides(overrides));
    for await (const text of (events.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      if (text.includes('event: registry.revision')) break;
    }
    while ((await calls.offered(own))?.version !== '1.0.0') expect((await calls.registry.snapshot()).remotes).toHaveLength(2);
    expect(await calls.audited('override.end')).toMatchObject([{ actor: 'service:registry', outcome: 'refused', remote: 'tech-radar' }]);
    expect((await calls.set(own, 'tech-radar')).body.error.code).toBe(`REGISTRY_${code}`);
  });

  test('ends when its user has lost the role or the remote', async () => {
    await calls.set(publisher, 'tech-radar');
    const without = mockCredentials.user({ ...publisher.principal, roles: ['viewer'] });
    expect((await calls.offered(without))?.version).toBe('1.0.0');
    expect((await calls.offered(publisher))?.version).toBe('1.0.0');
    await calls.set(publisher, 'tech-radar');
    await calls.client.call('PATCH', '/remotes/tech-radar', { owner: 'group:default/others' }, { headers: { 'if-match': '*' } });
    expect((await calls.offered(publisher))?.version).toBe('1.0.0');
  });

  test('may come from the origins that the operator names, with and without ports', async () => {
    calls.registry.changeConfig(withOverrides({ allowedOrigins: ['https://builds.example', 'http://dev.example:*', 'http://one.example:8080'] }));
    const status = async (address: string): Promise<number> => (await calls.set(own, 'tech-radar', { url: address, manifest: manifestOf() })).status;
    expect(await status('https://builds.example/x/')).toBe(200);
    expect(await status('https://builds.example:443/x/')).toBe(200);
    expect(await status('https://builds.example:444/x/')).toBe(403);
    expect(await status('http://dev.example:1/')).toBe(200);
    expect(await status('http://one.example:8080/')).toBe(200);
    expect(await status('http://one.example/')).toBe(403);
    expect(await status('http://localhost:3010/')).toBe(403);
  });
});
