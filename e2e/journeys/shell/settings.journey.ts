import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the settings hold in the pages of plugins, and after a reload', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Format of dates and numbers' }).selectOption('de-DE');
  await page.getByRole('combobox', { name: 'Page' }).selectOption('/catalog');
  await page.getByText('Compact', { exact: true }).click();

  await page.goto('/');
  await expect(page).toHaveURL(/\/catalog/);
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await expect(shell.heading).toHaveText('Catalog');

  await page.goto('/tech-radar/entries/typescript');
  await expect(page.getByText('2. März 2026')).toBeVisible();
  await expect(page.getByRole('complementary').or(page.getByRole('dialog')).first()).toBeVisible();
});
