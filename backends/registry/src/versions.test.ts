import { describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import type { Answer } from './fixtures/registry-client.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const user = mockCredentials.user();
const now = registryForEachTest();

const publish = (version: string, channel?: string): Promise<Answer> =>
  now.client.publish({ id: 'tech-radar', version, page: version }, channel === undefined ? {} : { query: `?channel=${channel}` });
const radar = '/remotes/tech-radar';

const noVersions: [string, string][] = [
  ['a number alone', '1'],
  ['two numbers', '1.0'],
  ['an empty prerelease', '1.0.0-'],
  ['a leading zero', '01.0.0'],
  ['a leading zero in the prerelease', '1.0.0-01'],
  ['4,000 digits', '1'.repeat(4000)],
  ['4,000 digits in one part', `1.${'9'.repeat(4000)}.0`],
  ['a v', 'v1.0.0'],
  ['a range', '^1.0.0'],
  ['white space', ' 1.0.0'],
  ['a way out', '1.0.0/../../x'],
  ['the prototype', '__proto__'],
];

describe('what is no semantic version', () => {
  test.each(noVersions)('%s: is published by nobody, and given to nobody', async (_what, version) => {
    expect((await publish('1.0.0')).status).toBe(201);
    const manifest = await publish(version);
    expect([manifest.status, manifest.body.error.details.map(({ code }: { code: string }) => code)]).toEqual([422, ['version-is-semver']]);
    const given = await Promise.all([
      now.client.call('PUT', `${radar}/channels/stable`, { version }),
      now.client.call('PUT', `${radar}/channels/canary`, { version, weight: 10 }),
      now.client.call('POST', `${radar}/rollback`, { to: version }),
      now.client.call('PUT', `${radar}/pins/user:default%2Fada`, { version }),
      now.client.call('POST', '/release-sets', { moves: [{ remote: 'tech-radar', version }] }),
    ]);
    expect(given.map(({ status, body }) => [status, body.error.code])).toEqual(given.map(() => [400, 'REGISTRY_BODY_INVALID']));
    const named = await Promise.all([
      now.client.call('DELETE', `${radar}/versions/${encodeURIComponent(version)}`),
      now.client.call('GET', `${radar}/versions/${encodeURIComponent(version)}/entry`),
    ]);
    expect(named.map(({ status }) => status)).toEqual([404, 404]);
    expect((await now.client.versionsFor(user))['tech-radar']).toBe('1.0.0');
    expect((await now.client.call('GET', radar)).body.versions).toHaveLength(1);
  });
});

describe('the versions of a remote', () => {
  test('are listed as semantic versions, highest first, with the time of each', async () => {
    for (const version of ['1.9.0', '1.10.0', '2.0.0-rc.2', '1.2.0', '2.0.0-rc.10']) await publish(version);
    const { versions } = (await now.client.call('GET', radar)).body;
    expect(versions.map(({ version }: { version: string }) => version)).toEqual(['2.0.0-rc.10', '2.0.0-rc.2', '1.10.0', '1.9.0', '1.2.0']);
    for (const { publishedAt } of versions) expect(Number.isNaN(Date.parse(publishedAt))).toBe(false);
  });

  test('are gone back to as people had them, not by their numbers', async () => {
    await publish('1.5.0', 'stable');
    await publish('1.0.1', 'stable');
    await publish('2.0.0', 'stable');
    const back = async (): Promise<string | undefined> => {
      await now.client.call('POST', `${radar}/rollback`);
      return (await now.client.versionsFor(user))['tech-radar'];
    };
    expect([await back(), await back()]).toEqual(['1.0.1', '1.5.0']);
  });

  test('that are trials are nobody’s by default, however high', async () => {
    await publish('1.0.0-rc.1');
    expect(await now.client.versionsFor(user)).toEqual({});
    await publish('1.0.0');
    await publish('2.0.0-rc.1');
    expect((await now.client.versionsFor(user))['tech-radar']).toBe('1.0.0');
  });
});

test('a release set moves each channel once, so that all of it can be taken back', async () => {
  for (const version of ['1.0.0', '1.1.0', '1.2.0']) await publish(version);
  const [first, second] = ['1.1.0', '1.2.0'].map(version => ({ remote: 'tech-radar', version }));
  const twice = await now.client.call('POST', '/release-sets', { moves: [first, { ...second, channel: 'stable' }] });
  expect([twice.status, twice.body.error.message]).toEqual([400, expect.stringContaining('each channel of a remote once')]);
  const both = await now.client.call('POST', '/release-sets', { moves: [first, { ...second, channel: 'canary', weight: 10 }] });
  expect(both.status).toBe(201);
  expect((await now.client.call('POST', `/audit/${both.body.audit}/undo`)).status).toBe(200);
  expect((await now.client.call('GET', radar)).body.channels).toMatchObject([{ channel: 'stable', version: '1.0.0' }]);
});
