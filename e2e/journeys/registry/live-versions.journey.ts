import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// One remote for each journey: they share a portal.
async function markDocument(page: ShellPage['page']): Promise<() => Promise<boolean>> {
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  return () => page.evaluate(() => 'sameDocument' in window);
}

test('a remote that is published appears, and its next version is taken at the next navigation, without a reload', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await page.goto('/catalog');
  await expect(shell.heading).toBeVisible();
  const isSame = await markDocument(page);
  expect(await registry.publish({ version: '1.0.0' })).toBe(201);
  await shell.entry('Demo').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');

  expect(await registry.publish({ version: '1.1.0' })).toBe(201);
  const snapshot = page.waitForResponse(response => response.url().endsWith('/api/registry/snapshot') && response.status() === 200);
  expect((await registry.call('PUT', '/remotes/demo/channels/stable', { version: '1.1.0' })).status).toBe(200);
  await snapshot;
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  await shell.entry('Catalog').click();
  await expect(shell.heading).not.toContainText('Demo');
  await shell.entry('Demo').click();
  await expect(shell.heading).toHaveText('Demo 1.1.0');
  expect(await isSame()).toBe(true);
});

test('a rollback replaces the page that is shown, at once', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'healed', version: '1.0.0' });
  await registry.publish({ id: 'healed', version: '1.1.0' }, 'stable');
  await page.goto('/healed');
  await expect(shell.heading).toHaveText('Demo 1.1.0');
  const isSame = await markDocument(page);
  expect((await registry.call('POST', '/remotes/healed/rollback')).status).toBe(200);
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  await expect(page.getByLabel('Notifications')).toContainText('Demo went back to version 1.0.0');
  expect(await isSame()).toBe(true);
});

test('a page with unsaved input stays after a rollback, says so, and goes when the input is given up', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'kept', version: '1.0.0' });
  await registry.publish({ id: 'kept', version: '1.1.0' }, 'stable');
  await page.goto('/kept');
  await page.getByLabel('Note').fill('half a thought');
  await registry.call('POST', '/remotes/kept/rollback');
  await expect(page.getByRole('status').filter({ hasText: 'Version 1.1.0 of Demo was taken back' })).toBeVisible();
  await expect(page.getByLabel('Note')).toHaveValue('half a thought');
  await expect(shell.heading).toHaveText('Demo 1.1.0');
  await page.getByRole('button', { name: 'Give up my input' }).click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');
});

test('a remote that is switched off goes at once and comes back when it is switched on', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'switched', version: '1.0.0' });
  await page.goto('/switched');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  const patch = async (enabled: boolean): Promise<void> => {
    const headers = { authorization: `Bearer ${portal.developmentToken()}`, 'content-type': 'application/json', 'if-match': '*' };
    await fetch(`${portal.url}/api/registry/remotes/switched`, { method: 'PATCH', headers, body: JSON.stringify({ enabled }) });
  };
  await patch(false);
  await expect(shell.failure('Demo')).toContainText('REGISTRY_REMOTE_DISABLED');
  await patch(true);
  await expect(shell.heading).toHaveText('Demo 1.0.0');
});

test('a canary is seen by those who are in its audience, and by nobody else', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'canary', version: '1.0.0' });
  await registry.publish({ id: 'canary', version: '1.1.0' });
  await page.goto('/canary');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  const session = (await (await page.request.get('/api/auth/session')).json()) as { user: { entityRef: string } };
  const channel = '/remotes/canary/channels/early';
  expect((await registry.call('PUT', channel, { version: '1.1.0', audience: ['user:default/somebody-else'] })).status).toBe(200);
  await page.goto('/canary');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  expect((await registry.call('PUT', channel, { audience: [session.user.entityRef] })).status).toBe(200);
  await page.goto('/canary');
  await expect(shell.heading).toHaveText('Demo 1.1.0');
});
