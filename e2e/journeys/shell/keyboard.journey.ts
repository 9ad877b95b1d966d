import { tabTo } from '../../fixtures/keyboard.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('from a component over its relations to its owner, to the radar, and to another theme, by keyboard alone', async ({ page }) => {
  test.setTimeout(120_000);
  const shell = new ShellPage(page);
  const catalog = new CatalogPage(page);
  const radar = new RadarPage(page);
  await page.goto('/catalog');
  await catalog.rows.first().waitFor();

  await tabTo(page, catalog.search);
  await page.keyboard.type('account-service');
  await expect(catalog.rows).toHaveCount(1);
  await tabTo(page, catalog.entity('account-service'));
  await page.keyboard.press('Enter');
  await expect(shell.heading).toContainText('Account Service');

  await tabTo(page, shell.main.getByRole('link', { name: 'Relations', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/relations/);
  await tabTo(page, shell.main.getByRole('link', { name: /care/ }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/group\/care/);
  await expect(shell.heading).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await page.keyboard.type('tech radar');
  await page.getByRole('option', { name: /Tech Radar/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await radar.plot.waitFor();
  await tabTo(page, page.getByRole('searchbox'));
  await page.keyboard.type('typescript');
  await tabTo(page, radar.plot.getByRole('link', { name: /TypeScript/ }));
  await page.keyboard.press('Enter');
  await expect(radar.details).toContainText('TypeScript');
  await page.keyboard.press('Escape');
  await expect(radar.details).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search' }).waitFor();
  await page.keyboard.type('settings');
  await page.getByRole('option', { name: /Settings/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect(shell.heading).toHaveText('Settings');
  // The choice starts at the last one, System; Light is the first and follows it.
  await tabTo(page, page.getByRole('group', { name: 'Theme' }).getByRole('radio', { checked: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the search finds entities of the catalog beside pages', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('combobox', { name: 'Search' }).fill('fraud');
  await page.getByRole('option', { name: /fraud/i }).first().click();
  await expect(page).toHaveURL(/\/catalog\/default\/component\/fraud\.scoring\.v2$/);
});
