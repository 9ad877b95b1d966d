import { beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import { packed } from './fixtures/tar-archive.ts';
import { fakeBuild } from './fixtures/fake-remote.ts';
import type { Answer } from './fixtures/registry-client.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const person = (name: string, groups: string[] = [], roles: string[] = ['viewer']) =>
  mockCredentials.user({ userEntityRef: `user:default/${name}`, ownershipEntityRefs: [`user:default/${name}`, ...groups], roles, sessionId: `s-${name}` });

const outsider = person('vera');
const otherPublisher = person('paul', ['group:default/money'], ['remote-publisher']);
const knowing = {
  'a member of the audience': person('mia', ['group:default/payroll']),
  'the team that it belongs to': person('olga', ['group:default/insight'], ['remote-publisher']),
  'a member of that team without a role': person('otto', ['group:default/insight']),
  'an administrator': mockCredentials.admin(),
  'a program that publishes to it': mockCredentials.service('service:salaries-pipeline', ['remote-publisher']),
};
const strangers = { 'a viewer': outsider, 'a publisher of other remotes': otherPublisher, 'a program without a role': mockCredentials.service('service:other') };
type Who = typeof outsider | (typeof strangers)['a program without a role'];

const now = registryForEachTest();
const get = (path: string, as: Who): Promise<Answer> => now.client.call('GET', path, undefined, { as });

async function listed(as: Who): Promise<string[]> {
  return (await get('/remotes', as)).body.remotes.map(({ id }: { id: string }) => id);
}

beforeEach(async () => {
  await now.client.publish({ id: 'radar', version: '1.0.0', manifest: { owner: 'group:default/money' } });
  for (const version of ['1.0.0', '1.1.0']) await now.client.publish({ id: 'salaries', version, page: version }, { query: '?channel=stable' });
  const switches = { audience: ['group:default/payroll'], owner: 'group:default/insight', publishers: ['service:salaries-pipeline'] };
  expect((await now.client.change('salaries', switches)).status).toBe(200);
});

describe('a remote with an audience', () => {
  test.each(Object.entries(knowing))('is there for %s', async (_who, as) => {
    expect(await listed(as)).toEqual(['radar', 'salaries']);
    const paths = ['/remotes/salaries', '/remotes/salaries/health', '/remotes/salaries/versions/1.0.0/entry'];
    for (const path of paths) expect((await get(path, as)).status).toBe(200);
    expect((await get('/audit?remote=salaries', as)).body.entries.length).toBeGreaterThan(0);
    expect((await get('/retention', as)).body.remotes.map(({ remote }: { remote: string }) => remote)).toEqual(['radar', 'salaries']);
  });

  test.each(Object.entries(strangers))('is not there for %s: no answer names it or tells it from one that there is not', async (_who, as) => {
    expect(await listed(as)).toEqual(['radar']);
    const calls: (readonly [string, string, unknown?])[] = [
      ['GET', ''],
      ['GET', '/health'],
      ['GET', '/versions/1.0.0/entry'],
      ['PATCH', '', { enabled: false }],
      ['DELETE', ''],
      ['DELETE', '/versions/1.0.0'],
      ['PUT', '/channels/stable', { version: '1.0.0' }],
      ['DELETE', '/channels/stable'],
      ['POST', '/rollback', {}],
      ['PUT', '/pins/user:default%2Fvera', { version: '1.0.0' }],
      ['DELETE', '/pins/user:default%2Fvera'],
    ];
    for (const [method, path, body] of calls) {
      const answerOf = (id: string) => now.client.call(method, `/remotes/${id}${path}`, body, { as, headers: { 'if-match': '*' } });
      const [hidden, absent] = [await answerOf('salaries'), await answerOf('salarios')];
      expect([method, path, hidden.status, hidden.body.error.code]).toEqual([method, path, 404, 'REGISTRY_REMOTE_UNKNOWN']);
      expect(JSON.stringify(hidden.body).replaceAll('salaries', 'salarios')).toBe(JSON.stringify(absent.body));
    }
    for (const path of ['/audit', '/retention', '/violations', '/overrides', '/snapshot']) {
      expect([path, JSON.stringify((await get(path, as)).body)]).toEqual([path, expect.not.stringContaining('salaries')]);
    }
    const impact = await now.client.call('POST', '/impact', { shared: { react: '20.0.0' } }, { as });
    expect(JSON.stringify(impact.body)).not.toContain('salaries');
    const release = await now.client.call('POST', '/release-sets', { moves: [{ remote: 'salaries', version: '1.0.0' }] }, { as });
    expect([release.status, release.body.error.code]).toEqual([404, 'REGISTRY_REMOTE_UNKNOWN']);
    expect((await get('/remotes/salaries', mockCredentials.admin())).body.channels).toMatchObject([{ version: '1.1.0' }]);
  });

  test('has its changes taken back by those only who know of it', async () => {
    const { body } = await now.client.call('PUT', '/remotes/salaries/channels/stable', { version: '1.0.0' });
    const undo = (as: Who) => now.client.call('POST', `/audit/${body.audit}/undo`, undefined, { as });
    const refused = await undo(outsider);
    expect([refused.status, refused.body.error.code]).toEqual([404, 'REGISTRY_AUDIT_UNKNOWN']);
    expect((await undo(knowing['the team that it belongs to'])).status).toBe(200);
  });

  test('is left out of what moved several remotes', async () => {
    for (const id of ['radar', 'salaries']) await now.client.publish({ id, version: '2.0.0', page: '2' });
    const moves = ['radar', 'salaries'].map(remote => ({ remote, version: '2.0.0' }));
    expect((await now.client.call('POST', '/release-sets', { moves })).status).toBe(201);
    const { entries } = (await get('/audit?action=release-set.apply', outsider)).body;
    expect(entries).toMatchObject([{ changes: [{ remote: 'radar' }] }]);
    expect(entries[0].changes).toHaveLength(1);
  });

  test('can’t be published to by a stranger: who may not register hears what they hear of any name', async () => {
    const upload = (id: string, as: Who) => now.client.upload(id, packed(fakeBuild({ id, version: '3.0.0' })), { as });
    const [hidden, free] = [await upload('salaries', outsider), await upload('salarios', outsider)];
    expect([hidden.status, JSON.stringify(hidden.body).replaceAll('salaries', 'salarios')]).toEqual([403, JSON.stringify(free.body)]);
    const taken = await upload('salaries', otherPublisher);
    expect([taken.status, taken.body.error.code]).toEqual([403, 'REGISTRY_PERMISSION_MISSING']);
  });

  test('is there for everybody again when the audience is taken away', async () => {
    await now.client.change('salaries', { audience: null });
    expect(await listed(outsider)).toEqual(['radar', 'salaries']);
    expect((await get('/remotes/salaries', outsider)).status).toBe(200);
  });

  test('has files that are no secret from who is signed in: they are the same for all, and may be kept', async () => {
    const file = (as?: Who) => now.registry.fetch('/remotes/salaries/1.1.0/page.0a1b2c3d.js', as ? { as } : {});
    const [member, stranger, nobody] = [await file(knowing['a member of the audience']), await file(outsider), await file()];
    expect([member.status, stranger.status, nobody.status]).toEqual([200, 200, 401]);
    expect(stranger.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  });
});

test.each(['/remotes', '/remotes/salaries', '/remotes/salarios', '/audit', '/retention', '/violations', '/snapshot'])('nobody reads %s without a session', async path => {
  expect((await now.registry.fetch(`/api/registry${path}`)).status).toBe(401);
});
