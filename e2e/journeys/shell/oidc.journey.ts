import type { Page } from '@playwright/test';
import { expectAccessible } from '../../fixtures/accessibility.ts';
import { test } from '../../fixtures/openid.ts';
import { expect } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';

// Before the sign-in the portal asks for a session, and is told that there is none.
test.use({ expectedConsole: { messages: [/Failed to load resource.*401/] } });

async function enterAs(page: Page, account: string): Promise<void> {
  await page.getByRole('link', { name: 'Company account' }).click();
  await page.getByRole('textbox', { name: 'Account' }).fill(account);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a user signs in at the company, comes back to the wanted page, owns things, and leaves for good', async ({ page, portal }) => {
  await page.goto('/catalog?kind=component');
  await expect(page.getByRole('heading', { name: /^Sign in to/ })).toBeVisible();
  await expectAccessible(page);

  await enterAs(page, 'sam');
  const catalog = new CatalogPage(page);
  await catalog.rows.first().waitFor();
  await expect(page).toHaveURL(`${portal.url}/catalog?kind=component`);
  const session = (await (await page.request.get('/api/auth/session')).json()) as { user: { ownershipEntityRefs: string[] } };
  expect(session.user.ownershipEntityRefs).toEqual(expect.arrayContaining(['user:default/sam.whitaker', 'group:default/portico-maintainers']));
  await page.goto('/catalog?kind=component&list=owned');
  await expect(catalog.entity('shell').or(catalog.entity('Shell')).first()).toBeVisible();

  // What was looked at is kept in this browser, for this user.
  await catalog.entity('shell').or(catalog.entity('Shell')).first().click();
  const keptFor = (name: string) => page.evaluate(part => Object.keys(localStorage).filter(key => key.includes(part)), name);
  await expect.poll(() => keptFor('sam.whitaker')).not.toEqual([]);

  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'portico-session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await page.getByRole('button', { name: /Sam Whitaker/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).or(page.getByRole('menuitem', { name: 'Sign out' })).click();
  await page.getByRole('button', { name: 'End the session' }).click();
  await expect(page.getByRole('link', { name: 'Company account' })).toBeVisible();
  await expect(page).toHaveURL(`${portal.url}/`);
  expect(await keptFor('sam.whitaker'), 'nothing of the user stays in the browser').toEqual([]);

  const taken = await page.request.get('/api/catalog/entities?limit=1', { headers: { cookie: `portico-session=${cookie?.value}` } });
  expect(taken.status()).toBe(401);
});

test('somebody whom the catalog does not know is told why, and what to do', async ({ page }) => {
  await page.goto('/tech-radar');
  await enterAs(page, 'stranger');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Expected an account that belongs to a user of the catalog, got stranger@meridian.example');
  await expect(alert).toContainText('Ask the app team to add you to the catalog');
  await expect(page).toHaveURL(/\/tech-radar$/);
  await expectAccessible(page);
});

test('while the provider is down the sign-in page says so, and the next try works', async ({ page, openId }) => {
  await page.goto('/');
  await openId.provider.pause();
  await page.getByRole('link', { name: 'Company account' }).click();
  await expect(page.getByRole('alert')).toContainText('Expected an answer from Company account');
  await openId.provider.resume();
  await enterAs(page, 'sam');
  await expect(page.getByRole('button', { name: /Sam Whitaker/ })).toBeVisible();
});
