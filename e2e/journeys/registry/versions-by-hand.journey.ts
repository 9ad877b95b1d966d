import { expectAccessible } from '../../fixtures/accessibility.ts';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('an admin promotes, rolls back, undoes, tries a version with some and switches a plugin off, and an open page follows', async ({ page, portal, context }) => {
  // Several browsers on a busy machine.
  test.setTimeout(180_000);
  const registry = registryOf(portal);
  for (const version of ['1.0.0', '1.1.0']) await registry.publish({ id: 'managed', version });
  const shown = new ShellPage(await context.newPage());
  await shown.page.goto('/managed');
  await expect(shown.heading).toHaveText('Demo 1.0.0');

  await page.goto('/registry/remotes/managed/versions');
  await page.getByRole('button', { name: 'Actions of 1.1.0' }).click();
  await page.getByRole('menuitem', { name: 'Promote to stable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Promote' }).click();
  const change = page.getByRole('status').filter({ hasText: 'Undo' });
  await expect(change).toContainText('stable gives 1.1.0 from now on');
  await expectAccessible(page);
  await registry.settled();
  await shown.page.goto('/managed');
  await expect(shown.heading).toHaveText('Demo 1.1.0');

  await page.getByRole('button', { name: 'Roll back to 1.0.0' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(change).toContainText('Everybody gets 1.0.0 again');
  await expect(shown.heading).toHaveText('Demo 1.0.0');
  await change.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /^1\.1\.0/ })).toContainText('stable');

  await page.getByRole('link', { name: 'Channels' }).click();
  await page.getByRole('button', { name: 'Start a canary' }).click();
  await page.getByLabel(/Share of the users/).fill('30');
  await page.getByRole('dialog').getByLabel('Version').selectOption('1.0.0');
  await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('30 % of the users')).toBeVisible();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Switch off' }).click();
  await expect(shown.failure('Demo')).toContainText('REGISTRY_REMOTE_DISABLED');
  await page.getByRole('link', { name: 'History' }).click();
  const switched = page.getByRole('row', { name: /remote\.update/ }).first();
  await switched.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await expect(shown.heading).toContainText('Demo 1.');
  await expect(page.getByRole('row', { name: /audit\.undo/ }).first()).toBeVisible();
});
