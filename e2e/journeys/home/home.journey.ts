import { expectAccessible } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`the home page is accessible in the ${theme} theme, also while it is customized`, async ({ page }) => {
    await page.goto('/');
    await expect(new ShellPage(page).heading).toHaveText('Home');
    await expect(page.getByRole('region', { name: 'Moved on the tech radar' }).getByRole('link').first()).toBeVisible();
    await page.getByRole('button', { name: 'Customize' }).click();
    await expectAccessible(page, theme);
  });
}

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
