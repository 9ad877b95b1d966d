import { expectAccessible } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the home page is accessible in the light and the dark theme, also while it is customized', async ({ page }) => {
  await page.goto('/');
  await expect(new ShellPage(page).heading).toHaveText('Home');
  await expect(page.getByRole('region', { name: 'Moved on the tech radar' }).getByRole('link').first()).toBeVisible();
  await page.getByRole('button', { name: 'Customize' }).click();
  await expectAccessible(page, ['light', 'dark']);
});

test('an opened component is listed as recently viewed; a card that was hidden stays hidden', async ({ page }) => {
  await page.goto('/catalog/default/component/account-service');
  await expect(new ShellPage(page).heading).toContainText('Account Service');
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Recently viewed' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('button', { name: 'Customize' }).click();
  await page.getByRole('button', { name: 'Hide Plugin health' }).press('Enter');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Quick links' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Plugin health' })).toHaveCount(0);
});

test('cards are moved by dragging, and stay where they were put', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Customize' }).click();
  const titles = () => page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  const before = await titles();
  const handle = page.getByRole('button', { name: /^Drag Starred/ });
  const target = page.getByRole('region', { name: 'What I own' });
  const box = await target.boundingBox();
  await handle.hover();
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 20, { steps: 8 });
  await page.mouse.up();
  await expect.poll(titles).toEqual(['Starred', ...before.filter(title => title !== 'Starred')]);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Starred' })).toBeVisible();
  await expect.poll(async () => (await titles())[0]).toBe('Starred');
});

test('a card whose data can not be read says so and reads again, the others stay', async ({ page }) => {
  await page.route('**/api/registry/remotes/*/health', route => route.fulfill({ status: 200, body: 'no json' }));
  await page.route('**/api/catalog/**', route => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>' }));
  await page.goto('/');
  const owned = page.getByRole('region', { name: 'What I own' });
  await expect(owned.getByRole('alert')).toContainText("What you own can't be read");
  await expect(page.getByRole('region', { name: 'Plugin health' }).getByText('Catalog')).toBeVisible();
  await page.unroute('**/api/catalog/**');
  await owned.getByRole('button', { name: 'Try again' }).click();
  await expect(owned.getByRole('alert')).toHaveCount(0);
});
