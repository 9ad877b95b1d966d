import { beforeEach, describe, expect, test } from '@jest/globals';
import { mockCredentials } from '@portico/test-kit/backend';
import type { Answer } from './fixtures/registry-client.ts';
import { registryForEachTest } from './fixtures/registry-for-each-test.ts';

const now = registryForEachTest({ retention: { previousVersions: 1, newestVersions: 1, unusedDays: 0, versionsPerUser: 3 }, quotaVersions: 8 });
const versions = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0', '1.7.0'];
const user = (name: string) => mockCredentials.user({ userEntityRef: `user:default/${name}` });

const publish = (version: string): Promise<Answer> => now.client.publish({ id: 'tech-radar', version, page: version });

/** What a page tells: it has loaded some versions, and runs some. */
async function say(name: string, session: string, told: { loaded?: readonly string[]; running?: readonly string[] }): Promise<void> {
  const { loaded = [], running = [] } = told;
  const events = loaded.map(version => ({ remote: 'tech-radar', version, outcome: 'loaded' }));
  const body = { events, running: running.map(version => ({ remote: 'tech-radar', version })), session };
  expect((await now.client.call('POST', '/telemetry', body, { as: user(name) })).status).toBe(204);
}

/** The versions that sessions hold back. */
async function held(): Promise<string[]> {
  const { body } = await now.client.call('GET', '/remotes/tech-radar');
  return (body.versions as { version: string; keptBy: string[] }[]).filter(({ keptBy }) => keptBy.some(by => /session/.test(by))).map(({ version }) => version).sort();
}

beforeEach(async () => {
  for (const version of versions) expect((await publish(version)).status).toBe(201);
});

describe('versions that a user says to run', () => {
  test('hold back a few of each remote only, however many one report names', async () => {
    await say('mallory', 'session-1', { running: versions });
    expect(await held()).toEqual(['1.5.0', '1.6.0', '1.7.0']);
    await say('mallory', 'session-2', { loaded: versions.toReversed() });
    expect(await held()).toEqual(['1.0.0', '1.1.0', '1.2.0']);
  });

  test('hold back the last ones, in however many reports and sessions they are made up', async () => {
    for (const [index, version] of versions.entries()) await say('mallory', `session-${index}`, { loaded: [version] });
    expect(await held()).toEqual(['1.5.0', '1.6.0', '1.7.0']);
    await Promise.all(versions.map((version, index) => say('mallory', `made-up-${index}`, { running: [version] })));
    expect((await held()).length).toBeLessThanOrEqual(3);
  });

  test('push out nothing that others run', async () => {
    await say('ada', 'session-1', { loaded: ['1.1.0'] });
    for (const version of versions.slice(2)) await say('mallory', 'session-1', { running: [version] });
    expect(await held()).toEqual(['1.1.0', '1.5.0', '1.6.0', '1.7.0']);
  });

  test('are held for as long as a page says so, whatever the user opens and closes beside it', async () => {
    await say('ada', 'open-for-days', { loaded: ['1.0.0'] });
    for (const [index, version] of versions.slice(1).entries()) {
      await say('ada', `tab-${index}-of-today`, { loaded: [version] });
      // What every page tells once an hour.
      await say('ada', 'open-for-days', { running: ['1.0.0'] });
    }
    expect(await held()).toEqual(['1.0.0', '1.6.0', '1.7.0']);
    const { body } = await now.client.call('GET', '/retention?remote=tech-radar');
    expect(body.remotes[0].goes.map((one: { version: string }) => one.version).sort()).toEqual(['1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0']);
    expect(body.policy).toMatchObject({ versionsPerUser: 3 });
  });

  test('do not keep a team from publishing where the quota is used up', async () => {
    await say('mallory', 'session-1', { running: versions });
    await say('mallory', 'session-2', { running: versions.toReversed() });
    expect((await publish('2.0.0')).status).toBe(201);
  });
});

test('by default a user holds ten versions of a remote back', async () => {
  await now.startAnew({});
  expect((await now.client.call('GET', '/retention')).body.policy).toMatchObject({ versionsPerUser: 10 });
});
