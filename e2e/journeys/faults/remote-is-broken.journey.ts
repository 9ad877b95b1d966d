import { test } from '../../fixtures/damaged-radar.ts';
import { expect } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// The second one comes from the shell's question whether the file is another one than was published.
const wrongDigest = [/Failed to find a valid digest in the 'integrity' attribute/, /SRI's integrity checks failed/];

/** What Chromium itself writes when an entry does not come or does not match its digest. */
const expected = {
  removed: [/Failed to load resource.*404/, /Refused to execute script/],
  corrupted: wrongDigest,
  html: wrongDigest,
} as const;

for (const how of ['removed', 'corrupted', 'html'] as const) {
  test.describe(`with the entry of the Tech Radar ${how}`, () => {
    test.use({ expectedConsole: { messages: expected[how] } });

    test('its route says which plugin failed and why, a retry heals it, and the catalog works all the while', async ({ page, radarFolder }) => {
      const shell = new ShellPage(page);
      radarFolder.damage(how);
      await page.goto('/tech-radar');
      await expect(shell.failure('Tech Radar')).toContainText(/LOADER_[A-Z_]+/);
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));

      await shell.entry('Catalog').click();
      await expect(new CatalogPage(page).rows.first()).toBeVisible();

      await shell.entry('Tech Radar').click();
      await expect(shell.failure('Tech Radar')).toBeVisible();
      radarFolder.mend();
      await shell.retry.click();
      await expect(new RadarPage(page).plot).toBeVisible();
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    });
  });
}

test('an entry that does not come is given up after its time, and a retry takes it once it comes', async ({ page }) => {
  test.setTimeout(90_000);
  const shell = new ShellPage(page);
  // A request that is never answered stands for a host that hangs.
  await page.route(/\/remotes\/tech-radar\/.*remoteEntry\.js$/, () => undefined);
  await page.goto('/tech-radar');
  await expect(shell.entry('Catalog')).toBeVisible();
  await expect(shell.failure('Tech Radar')).toContainText('LOADER_ENTRY_LATE', { timeout: 30_000 });
  await page.unroute(/\/remotes\/tech-radar\/.*remoteEntry\.js$/);
  await shell.retry.click();
  await expect(new RadarPage(page).plot).toBeVisible();
});
