import type { Page } from '@playwright/test';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { test } from '../../fixtures/people.ts';
import { expect } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// Five people have to meet an error, as by default; each loads the page once.
test.use({
  furtherConfig: 'registry:\n  errorBudget:\n    loads: 5\n',
  expectedConsole: { messages: [/The demo cannot be (imported|rendered)/] },
});

interface Audit {
  readonly entries: readonly { readonly remote: string; readonly actor: string; readonly action: string; readonly outcome: string }[];
}

interface Health {
  readonly versions: readonly { readonly version: string; readonly renderErrors: { readonly users: number } }[];
}

test('a version that throws for five people is taken back by itself: their pages heal, its publishers are told, and it stays back', async ({ portal, enter }) => {
  // Several browsers on a busy machine.
  test.setTimeout(180_000);
  const registry = registryOf(portal);
  const owner = 'group:default/storefront-team';
  await registry.publish({ id: 'faulty', version: '1.0.0', owner });
  await registry.publish({ id: 'faulty', version: '1.1.0', owner, behaviour: 'throws-in-render' }, 'stable');
  const fails = async (page: Page) => {
    await page.goto('/faulty');
    await expect(new ShellPage(page).failure('Demo')).toContainText('LOADER_RENDER_FAILED');
  };
  const met = async () => {
    const { body } = await registry.call('GET', '/remotes/faulty/health');
    return (body as Health).versions.find(({ version }) => version === '1.1.0')?.renderErrors.users;
  };

  const publisher = await enter('mei');
  await publisher.goto('/catalog');
  const pages = await Promise.all((['jonas', 'rafael', 'ines', 'tomasz'] as const).map(enter));
  await Promise.all(pages.map(fails));
  await expect.poll(met).toBe(4);
  expect((await registry.call('GET', '/remotes/faulty')).body, 'four are not enough').toMatchObject({ version: '1.1.0' });

  const fifth = await enter('leila');
  await fails(fifth);
  for (const page of [...pages, fifth]) {
    await expect(new ShellPage(page).heading).toHaveText('Demo 1.0.0');
    await expect(page.getByLabel('Notifications')).toContainText('Demo went back to version 1.0.0');
  }
  await expect(publisher.getByLabel('Notifications')).toContainText('Version 1.1.0 of Demo was taken back by itself; people get 1.0.0 again');
  await expect(fifth.getByLabel('Notifications')).not.toContainText('taken back by itself');

  const audit = (await registry.call('GET', '/audit?remote=faulty')).body as Audit;
  expect(audit.entries[0]).toMatchObject({ actor: 'service:registry', action: 'channel.auto-rollback', outcome: 'done' });
  // Published again with the same bytes it is still what it was: only a person may give it to people again.
  expect(await registry.publish({ id: 'faulty', version: '1.1.0', owner, behaviour: 'throws-in-render' })).toBe(200);
  expect((await registry.call('GET', '/remotes/faulty')).body).toMatchObject({
    version: '1.0.0',
    versions: [{ version: '1.1.0', channels: [], blocked: {} }, { version: '1.0.0', channels: ['stable'] }],
  });

  // Without an earlier version there is only an alert.
  await registry.publish({ id: 'alone', version: '1.0.0', owner, behaviour: 'throws-in-render' });
  for (const page of [...pages, fifth]) {
    await page.goto('/alone');
    await expect(new ShellPage(page).failure('Demo')).toContainText('LOADER_RENDER_FAILED');
  }
  await expect(publisher.getByLabel('Notifications')).toContainText('Version 1.0.0 of Demo fails, and there is no earlier version');
  const alert = (await registry.call('GET', '/audit?remote=alone')).body as Audit;
  expect(alert.entries[0]).toMatchObject({ action: 'version.alert', outcome: 'alert' });
  expect((await registry.call('GET', '/remotes/alone')).body).toMatchObject({ version: '1.0.0' });
});

test('a version that cannot be loaded is replaced by the last good one in this browser, with a note', async ({ portal, enter }) => {
  const registry = registryOf(portal);
  await registry.publish({ id: 'spare', version: '1.0.0' });
  await registry.publish({ id: 'spare', version: '1.1.0', behaviour: 'throws-at-import' }, 'stable');
  const page = await enter('sam');
  await page.goto('/spare');
  await expect(new ShellPage(page).heading).toHaveText('Demo 1.0.0');
  await expect(page.getByRole('status').filter({ hasText: 'the last good one' })).toContainText('Version 1.1.0 of Demo could not be loaded');
});
