import type { Page } from '@playwright/test';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { people, test } from '../../fixtures/people.ts';
import type { Person } from '../../fixtures/people.ts';
import { expect } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

interface Snapshot {
  readonly remotes: readonly { readonly id: string; readonly version: string }[];
}

test('a share of 15 percent is given to exactly the people whom the digests of their names choose, each time', async ({ portal, enter }) => {
  // Several browsers on a busy machine.
  test.setTimeout(180_000);
  const registry = registryOf(portal);
  for (const version of ['1.0.0', '1.1.0']) await registry.publish({ id: 'trial', version });
  expect((await registry.call('PUT', '/remotes/trial/channels/canary', { version: '1.1.0', weight: 15 })).status).toBe(200);
  const entered = await Promise.all(people.map(async person => [person, await enter(person)] as const));
  const pages = Object.fromEntries(entered) as Record<Person, Page>;

  const versionFor = async (person: Person, remote: string) => {
    const answer = await pages[person].request.get('/api/registry/snapshot');
    return ((await answer.json()) as Snapshot).remotes.find(({ id }) => id === remote)?.version;
  };
  const chosen = async () => {
    const versions = await Promise.all(people.map(person => versionFor(person, 'trial')));
    return people.filter((_person, index) => versions[index] === '1.1.0');
  };
  // SHA-256 of "trial", a line feed and the user's entity ref, modulo 10,000, is below 1,500; worked out by another program.
  expect(await chosen()).toEqual(['amara', 'jonas', 'rafael', 'ines', 'leila']);
  expect(await chosen()).toEqual(['amara', 'jonas', 'rafael', 'ines', 'leila']);

  for (const [person, version] of [['leila', '1.1.0'], ['sam', '1.0.0']] as const) {
    await pages[person].goto('/trial');
    await expect(new ShellPage(pages[person]).heading).toHaveText(`Demo ${version}`);
  }

  for (const id of ['first', 'second']) for (const version of ['1.0.0', '1.1.0']) await registry.publish({ id, version });
  const moves = ['first', 'second'].map(remote => ({ remote, channel: 'canary', version: '1.1.0', weight: 50 }));
  expect((await registry.call('POST', '/release-sets', { moves })).status).toBe(201);
  for (const person of people) expect(await versionFor(person, 'first'), `${person} gets both or none`).toBe(await versionFor(person, 'second'));
});
