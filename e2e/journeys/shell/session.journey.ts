import type { Route } from '@playwright/test';
import { budgets } from '../../bench/sizes/budgets.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { recordTraffic } from '../../fixtures/traffic.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';

test.use({ expectedConsole: { messages: [/Failed to load resource.*401/] } });

const refused = { status: 401, json: { error: { name: 'AuthenticationError', code: 'AUTH_REQUIRED', message: 'Signed out', fix: 'Sign in' } } };
const guarded = [/\/api\/auth\/session$/, /\/api\/catalog\//];

/** What the page asked before the text was typed is answered still; a dialog in the middle of typing would be another journey. */
function refuse(route: Route): Promise<void> {
  const request = route.request();
  const early = request.url().includes('/api/catalog/') && !`${request.url()} ${request.postData() ?? ''}`.includes('account-service');
  return early ? route.continue() : route.fulfill(refused);
}

// The development portal signs a browser in again by itself, so the end of a session is played on the wire.
test('a session that ends in mid-page loses nothing that was typed', async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  for (const address of guarded) await page.route(address, refuse);
  await catalog.search.fill('account-service');
  const dialog = page.getByRole('dialog', { name: 'You are signed out' });
  await expect(dialog).toBeVisible();
  await expect(catalog.search).toHaveValue('account-service');
  await expect(dialog.getByRole('button', { name: /guest/i })).toBeFocused();
  for (const address of guarded) await page.unroute(address);
  await dialog.getByRole('button', { name: /guest/i }).click();
  await expect(dialog).toBeHidden();
  await expect(catalog.rows).toHaveCount(1);
  await expect(catalog.search).toHaveValue('account-service');
});

test('all JavaScript of the sign-in page stays within the budget of the shell', async ({ page }) => {
  await page.route('**/api/auth/session', route => route.fulfill(refused));
  const traffic = recordTraffic(page);
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: /guest/i })).toBeVisible();
  expect(await traffic.scriptBytes()).toBeLessThanOrEqual(budgets.shell.max);
});
