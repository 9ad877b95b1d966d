import { beforeEach, describe, expect, test } from '@jest/globals';
import { parseShape, auditPageSchema, remoteDetailSchema, remoteListSchema } from '@portico/contracts';
import type { Snapshot } from '@portico/contracts';
import { mockCredentials } from '@portico/test-kit/backend';
import type { RegistryClient } from './fixtures/registry-client.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const user = (name: string, ...groups: string[]): ReturnType<typeof mockCredentials.user> => {
  const userEntityRef = `user:default/${name}`;
  return mockCredentials.user({ userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] });
};
const ada = user('ada', 'group:default/payments');
const bob = user('bob');
const publisher = mockCredentials.user({
  userEntityRef: 'user:default/paula',
  ownershipEntityRefs: ['user:default/paula', 'group:default/radar'],
  roles: ['remote-publisher'],
});

const now = registryForEachTest(workshop => ({ remotes: [{ path: workshop.build('catalog') }] }));

beforeEach(async () => {
  for (const version of ['1.0.0', '1.1.0', '2.0.0-rc.1']) {
    await now.client.publish({ id: 'tech-radar', version, page: version, manifest: { owner: 'radar' } });
  }
});

const radarFor = async (as: typeof ada): Promise<string | undefined> => (await now.client.versionsFor(as))['tech-radar'];
const put = (channel: string, body: object, headers?: Record<string, string>): ReturnType<RegistryClient['call']> =>
  now.client.call('PUT', `/remotes/tech-radar/channels/${channel}`, body, headers ? { headers } : {});
const codeOf = ({ body }: { body: { error: { code: string } } }): string => body.error.code;

describe('channels', () => {
  test('stable is what everyone gets; a rollback goes back one version, and again one further', async () => {
    expect((await put('stable', { version: '1.1.0' })).status).toBe(200);
    expect((await put('stable', { version: '2.0.0-rc.1' })).body.channels).toMatchObject([{ channel: 'stable', previous: ['1.1.0', '1.0.0'] }]);
    expect(await radarFor(bob)).toBe('2.0.0-rc.1');
    const rollback = (body?: object): ReturnType<RegistryClient['call']> => now.client.call('POST', '/remotes/tech-radar/rollback', body);
    expect((await rollback()).status).toBe(200);
    expect(await radarFor(bob)).toBe('1.1.0');
    await rollback();
    expect(await radarFor(bob)).toBe('1.0.0');
    expect(await rollback()).toMatchObject({ status: 409, body: { error: { code: 'REGISTRY_NO_EARLIER_VERSION' } } });
    await rollback({ to: '1.1.0' });
    expect(await radarFor(bob)).toBe('1.1.0');
  });

  test('the last good version is named, and how it is loaded is said to whoever asks', async () => {
    await put('stable', { version: '1.1.0' });
    const offered = async (query: string): Promise<Snapshot['remotes'][number] | undefined> =>
      ((await now.client.call('GET', `/snapshot${query}`, undefined, { as: bob })).body as Snapshot).remotes.find(({ id }) => id === 'tech-radar');
    expect((await offered(''))?.fallback).toEqual({ version: '1.0.0' });
    const entry = (version: string) => now.client.call('GET', `/remotes/tech-radar/versions/${version}/entry`, undefined, { as: bob });
    const { status, body } = await entry('1.0.0');
    expect([status, body]).toEqual([
      200,
      {
        url: '/remotes/tech-radar/1.0.0/remoteEntry.js',
        type: 'script',
        global: expect.stringMatching(/^tech_radar__[0-9a-f]{8}$/),
        integrity: expect.stringMatching(/^sha384-/),
      },
    ]);
    expect((await offered('?details=all'))?.fallback).toEqual({ version: '1.0.0', entry: body });
    expect((await offered(''))?.fallback).toEqual({ version: '1.0.0' });
    expect(await entry('9.9.9')).toMatchObject({ status: 404, body: { error: { code: 'REGISTRY_VERSION_UNKNOWN' } } });
    await now.client.call('PATCH', '/remotes/tech-radar', { audience: ['group:default/payments'] }, { headers: { 'if-match': '*' } });
    expect(await entry('1.0.0')).toMatchObject({ status: 404, body: { error: { code: 'REGISTRY_REMOTE_UNKNOWN' } } });
  });

  test('the first match counts: pin, audience by priority, weight, stable', async () => {
    await put('everyone-soon', { version: '1.1.0', weight: 100 });
    expect(await radarFor(ada)).toBe('1.1.0');
    await put('payments', { version: '2.0.0-rc.1', audience: ['group:default/payments'], priority: 1 });
    expect([await radarFor(ada), await radarFor(bob)]).toEqual(['2.0.0-rc.1', '1.1.0']);
    await put('ada', { version: '1.0.0', audience: ['User:default/Ada'], priority: 2 });
    expect(await radarFor(ada)).toBe('1.0.0');
    await now.client.call('PUT', '/remotes/tech-radar/pins/user:default%2Fada', { version: '1.1.0' });
    expect(await radarFor(ada)).toBe('1.1.0');
    expect((await now.client.call('DELETE', '/remotes/tech-radar/pins/user:default%2Fada')).status).toBe(200);
    expect(await radarFor(ada)).toBe('1.0.0');
    await now.client.call('DELETE', '/remotes/tech-radar/channels/everyone-soon');
    expect(await radarFor(bob)).toBe('1.0.0');
  });

  test('a share of the users is the same for each of them every time', async () => {
    await put('canary', { version: '1.1.0', weight: 30 });
    const names = Array.from({ length: 20 }, (_, index) => `user-${index}`);
    const got = async (): Promise<string[]> => {
      const versions = await Promise.all(names.map(async name => [name, await radarFor(user(name))]));
      return versions.filter(([, version]) => version === '1.1.0').map(([name]) => String(name));
    };
    const canaries = await got();
    expect(canaries).toEqual(['user-0', 'user-4', 'user-13', 'user-16']);
    await put('stable', { version: '2.0.0-rc.1' });
    expect(await got()).toEqual(canaries);
  });

  test('a release set moves several remotes or none, and its shares are the same users', async () => {
    await now.client.publish({ id: 'scores', version: '1.0.0' });
    await now.client.publish({ id: 'scores', version: '1.1.0', page: 'scores 2' });
    const move = (remote: string, version: string): object => ({ remote, version, channel: 'canary', weight: 40 });
    const failed = await now.client.call('POST', '/release-sets', { moves: [move('tech-radar', '1.1.0'), move('scores', '9.9.9')] });
    expect([failed.status, codeOf(failed)]).toEqual([404, 'REGISTRY_VERSION_UNKNOWN']);
    expect(new Set(Object.values(await now.client.versionsFor(bob)))).not.toContain('1.1.0');
    expect((await now.client.call('POST', '/release-sets', { moves: [move('tech-radar', '1.1.0'), move('scores', '1.1.0')] })).status).toBe(201);
    for (let index = 0; index < 12; index += 1) {
      const { 'tech-radar': radar, scores } = await now.client.versionsFor(user(`user-${index}`));
      expect(radar).toBe(scores);
    }
  });

  test('no update is lost: who knows an old state is told so', async () => {
    const { headers, body } = await now.client.call('GET', '/remotes/tech-radar');
    const etag = body.channels[0].etag;
    expect((await put('stable', { version: '1.1.0' }, { 'if-match': `"${etag}"` })).status).toBe(200);
    const late = await put('stable', { version: '2.0.0-rc.1' }, { 'if-match': `"${etag}"` });
    expect([late.status, codeOf(late)]).toEqual([412, 'REGISTRY_CHANGED_MEANWHILE']);
    const known = headers.get('etag') ?? '';
    const patch = (change: object, ifMatch?: string): ReturnType<RegistryClient['call']> =>
      now.client.call('PATCH', '/remotes/tech-radar', change, ifMatch === undefined ? {} : { headers: { 'if-match': ifMatch } });
    expect((await patch({ title: 'Radar' })).status).toBe(428);
    const answers = await Promise.all([patch({ title: 'One' }, known), patch({ title: 'Two' }, known)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test.each([
    ['a version that nobody published', 'stable', { version: '9.9.9' }, 404],
    ['a weight on stable', 'stable', { version: '1.1.0', weight: 5 }, 400],
    ['neither weight nor audience elsewhere', 'canary', { version: '1.1.0' }, 400],
    ['a weight beyond 100', 'canary', { version: '1.1.0', weight: 101 }, 400],
    ['three digits of weight', 'canary', { version: '1.1.0', weight: 0.001 }, 400],
    ['no version for a new channel', 'canary', { weight: 5 }, 400],
    ['a name that is no name', '__proto__', { version: '1.1.0', weight: 5 }, 400],
  ])('refuse %s', async (_what, channel, body, status) => {
    expect((await put(channel, body)).status).toBe(status);
  });

  test('stable of a build folder can be a published version, and goes back to the folder', async () => {
    const before = (await now.client.versionsFor(bob))['catalog'];
    expect((await now.client.publish({ id: 'catalog', version: '3.0.0', page: 'other' })).body.channels).toEqual([]);
    await now.client.call('PUT', '/remotes/catalog/channels/stable', { version: '3.0.0' });
    expect((await now.client.versionsFor(bob))['catalog']).toBe('3.0.0');
    expect((await now.client.call('POST', '/remotes/catalog/rollback')).status).toBe(200);
    expect((await now.client.versionsFor(bob))['catalog']).toBe(before);
  });
});

describe('PATCH /remotes/:id', () => {
  async function patch(change: object): Promise<void> {
    const { headers } = await now.client.call('GET', '/remotes/tech-radar');
    const answer = await now.client.call('PATCH', '/remotes/tech-radar', change, { headers: { 'if-match': headers.get('etag') ?? '' } });
    expect(answer.status).toBe(200);
  }

  test('changes route and title, switches off and on, and shows a remote to some only', async () => {
    await patch({ route: '/radar', title: 'Radar' });
    expect(await now.registry.remote('tech-radar')).toMatchObject({ title: 'Radar', routes: [{ path: '/radar' }], navigation: [{ path: '/radar' }] });
    await patch({ route: null, enabled: false });
    const off = await now.registry.remote('tech-radar');
    expect(off).toMatchObject({ status: 'refused', navigation: [], extensions: [], reason: { code: 'REGISTRY_REMOTE_DISABLED' } });
    await patch({ enabled: true, audience: ['group:default/payments'] });
    expect([await radarFor(ada), await radarFor(bob)]).toEqual(['1.0.0', undefined]);
    await patch({ audience: null });
    expect(await radarFor(bob)).toBe('1.0.0');
  });
});

describe('who may do what', () => {
  test('a publisher acts on what it owns; others are refused, and that is written down', async () => {
    const as = publisher;
    expect((await now.client.publish({ id: 'tech-radar', version: '1.2.0', page: '9' }, { as })).status).toBe(201);
    expect((await now.client.call('PUT', '/remotes/tech-radar/channels/stable', { version: '1.2.0' }, { as })).status).toBe(200);
    expect((await now.client.call('GET', '/remotes/tech-radar', undefined, { as })).body.may).toContain('promote');
    const foreign = await now.client.publish({ id: 'catalog', version: '9.0.0' }, { as });
    expect([foreign.status, codeOf(foreign)]).toEqual([403, 'REGISTRY_PERMISSION_MISSING']);
    for (const [method, path, body] of [
      ['POST', '/remotes/tech-radar/rollback', {}],
      ['PUT', '/remotes/tech-radar/channels/stable', { version: '1.0.0' }],
      ['DELETE', '/remotes/tech-radar/versions/1.0.0', undefined],
      ['DELETE', '/remotes/tech-radar', undefined],
    ] as const) {
      expect((await now.client.call(method, path, body, { as: bob })).status).toBe(403);
    }
    const { body } = await now.client.call('GET', '/audit?outcome=refused');
    expect(body.entries.map((entry: { actor: string; action: string }) => `${entry.actor} ${entry.action}`)).toEqual([
      'user:default/bob remote.unregister',
      'user:default/bob version.delete',
      'user:default/bob channel.move',
      'user:default/bob channel.rollback',
      'user:default/paula version.publish',
    ]);
  });

  test('a program that the remote names may publish to it', async () => {
    const pipeline = mockCredentials.service('service:pipeline', ['remote-publisher']);
    expect((await now.client.publish({ id: 'tech-radar', version: '1.3.0', page: 'p' }, { as: pipeline })).status).toBe(403);
    await now.client.call('PATCH', '/remotes/tech-radar', { publishers: ['service:pipeline'] }, { headers: { 'if-match': '*' } });
    expect((await now.client.publish({ id: 'tech-radar', version: '1.3.0', page: 'p' }, { as: pipeline })).status).toBe(201);
  });
});

describe('the audit trail', () => {
  test('says who changed what from what to what, and takes a change back once', async () => {
    await put('stable', { version: '1.1.0', note: 'for the spring fair' });
    const { body } = await now.client.call('GET', '/audit?remote=tech-radar&limit=1');
    expect(parseShape(auditPageSchema, body).ok).toBe(true);
    const [entry] = body.entries;
    expect(entry).toMatchObject({
      actor: 'user:default/admin',
      action: 'channel.move',
      note: 'for the spring fair',
      changes: [{ remote: 'tech-radar', subject: 'channel stable', before: { version: '1.0.0' }, after: { version: '1.1.0' } }],
      undoable: true,
    });
    const undone = await now.client.call('POST', `/audit/${entry.id}/undo`);
    expect([undone.status, await radarFor(bob)]).toEqual([200, '1.0.0']);
    expect(codeOf(await now.client.call('POST', `/audit/${entry.id}/undo`))).toBe('REGISTRY_UNDO_IMPOSSIBLE');
    expect((await now.client.call('POST', `/audit/${undone.body.id}/undo`)).status).toBe(200);
    expect(await radarFor(bob)).toBe('1.1.0');
  });

  test('does not take back what was changed again since, nor what has no way back', async () => {
    await put('stable', { version: '1.1.0' });
    const [entry] = (await now.client.call('GET', '/audit?limit=1')).body.entries;
    await put('stable', { version: '2.0.0-rc.1' });
    expect(codeOf(await now.client.call('POST', `/audit/${entry.id}/undo`))).toBe('REGISTRY_UNDO_IMPOSSIBLE');
    const [publish] = (await now.client.call('GET', '/audit?action=version.publish&limit=1')).body.entries;
    expect(publish.undoable).toBe(false);
    expect((await now.client.call('POST', `/audit/${publish.id}/undo`)).status).toBe(409);
    expect((await now.client.call('POST', '/audit/x/undo')).status).toBe(404);
  });
});

describe('DELETE /remotes/:id/versions/:version', () => {
  test('deletes what nobody uses, with its files', async () => {
    expect(codeOf(await now.client.call('DELETE', '/remotes/tech-radar/versions/1.0.0'))).toBe('REGISTRY_VERSION_IN_USE');
    const events = [{ remote: 'tech-radar', version: '1.1.0', outcome: 'loaded', ms: 120 }];
    expect((await now.client.call('POST', '/telemetry', { events }, { as: ada })).status).toBe(204);
    expect(codeOf(await now.client.call('DELETE', '/remotes/tech-radar/versions/1.1.0'))).toBe('REGISTRY_VERSION_IN_USE');
    expect((await now.client.call('DELETE', '/remotes/tech-radar/versions/2.0.0-rc.1')).status).toBe(204);
    expect((await now.registry.fetch('/remotes/tech-radar/2.0.0-rc.1/page.0a1b2c3d.js', { as: ada })).status).toBe(404);
    expect((await now.registry.fetch('/remotes/tech-radar/1.0.0/page.0a1b2c3d.js', { as: ada })).status).toBe(200);
  });
});

test('what the registry says of its remotes has the agreed shapes', async () => {
  await put('canary', { version: '1.1.0', weight: 12.25, audience: ['group:default/payments'] });
  for (const [schema, path] of [[remoteListSchema, '/remotes'], [remoteDetailSchema, '/remotes/tech-radar'], [remoteDetailSchema, '/remotes/catalog']] as const) {
    const parsed = parseShape(schema as typeof remoteListSchema, (await now.client.call('GET', path)).body);
    expect(parsed).toMatchObject({ ok: true });
  }
});
