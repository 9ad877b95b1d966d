import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// The page waits synchronously, for as long as it takes, until the worker has been heard. The limit is longer than a busy machine
// makes a page wait that is well: that would be laid to the catalog.
test.use({ portalOptions: { config: '  freezeAfterMs: 4000\n' }, expectedConsole: { messages: [/Synchronous XMLHttpRequest/] } });

test('a plugin that freezes the page is told of by a worker, and waits for a click in the next page', async ({ page, portal }) => {
  test.setTimeout(180_000);
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'frozen', version: '1.0.0', behaviour: 'freezes' });
  const worker = page.waitForEvent('worker');
  await page.goto('/catalog');
  await worker;
  await shell.entry('Demo').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0', { timeout: 60_000 });

  await page.reload();
  await expect(shell.failure('Demo')).toContainText('LOADER_PAGE_FROZEN');
  await shell.entry('Catalog').click();
  await expect(new CatalogPage(page).rows.first()).toBeVisible();
  await shell.entry('Demo').click();
  await shell.retry.click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');
});
