import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateCatalog } from '../../bench/ui/generated-catalog.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-long-list-'));
const glob = generateCatalog(folder, 260);

test.use({ portalOptions: { config: `catalog:\n  locations:\n    - type: file\n      target: ${glob}\n` } });

test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('the list goes on to its last entity as one scrolls, and starts at the top for another order', async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  await expect(page.getByText('260 entities')).toBeVisible();
  const names = async () => (await catalog.rows.getByRole('rowheader').allTextContents()).map(name => name.trim());
  const [first = ''] = await names();
  const seen = new Set<string>();
  await page.mouse.move(700, 500);
  await expect(async () => {
    await page.mouse.wheel(0, 900);
    for (const name of await names()) seen.add(name);
    expect(seen.size).toBe(260);
  }).toPass({ intervals: [50] });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'Name' }).click();
  await expect(catalog.rows.first()).not.toContainText(first);
  await expect(catalog.table.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
});

test('filters count what meets the others, and all of it is in the address', async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  await page.getByRole('button', { name: /^Owner / }).click();
  await page.getByRole('searchbox', { name: 'Search owner' }).fill('team-7');
  await page.getByRole('option', { name: /^team-7/ }).click();
  // The first takes the search text away, the second the list.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(catalog.rows).toHaveCount(5);
  await page.getByRole('button', { name: /^Type / }).click();
  const types = page.getByRole('listbox', { name: 'Type' }).getByRole('option');
  await types.first().waitFor();
  const offered = await types.allTextContents();
  expect(offered.map(text => Number(/\d+$/.exec(text)?.[0] ?? 0)).reduce((sum, count) => sum + count, 0)).toBe(5);
  await types.first().click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/type=\w+&owner=group%3Adefault%2Fteam-7/);
  const address = page.url();
  const shown = await catalog.rows.allTextContents();
  await page.goto('/catalog');
  await page.goto(address);
  await expect(catalog.rows).toHaveText(shown);
});
