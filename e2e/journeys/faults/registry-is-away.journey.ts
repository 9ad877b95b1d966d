import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const snapshot = /\/api\/registry\/snapshot/;

test.use({ expectedConsole: { messages: [/Failed to load resource: net::ERR_FAILED/] } });

test('with the registry away, the portal works from what it knew, says so, and notices when the registry is back', async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  await page.route(snapshot, route => route.abort());
  await page.reload();
  await expect(catalog.rows.first()).toBeVisible();
  const banner = page.getByRole('status').filter({ hasText: /registry/i });
  await expect(banner).toBeVisible();
  await page.unroute(snapshot);
  await expect(banner).toBeHidden({ timeout: 30_000 });
});

test('with the registry away at the first visit, the page says so and goes on by itself once it is back', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.route(snapshot, route => route.abort());
  await page.goto('/catalog');
  await expect(shell.heading).toContainText(/registry/i);
  await page.unroute(snapshot);
  await expect(new CatalogPage(page).rows.first()).toBeVisible({ timeout: 30_000 });
});
