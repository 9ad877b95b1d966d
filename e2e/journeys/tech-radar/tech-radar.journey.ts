import { expectAccessible } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the radar shows its blips, and an entry tells its story', async ({ page }) => {
  const radar = new RadarPage(page);
  await radar.open();
  expect(await radar.plot.getByRole('link').count()).toBeGreaterThan(30);
  await radar.blip('TypeScript').click();
  await expect(page).toHaveURL(/\/tech-radar\/entries\/typescript$/);
  await expect(radar.details).toContainText('TypeScript');
});

test('a deep link to an entry works cold', async ({ page }) => {
  await page.goto('/tech-radar/entries/typescript');
  await expect(new RadarPage(page).details).toContainText('TypeScript');
});

test('the radar is accessible in the light and the dark theme', async ({ page }) => {
  await new RadarPage(page).open();
  await expectAccessible(page, ['light', 'dark']);
  await expect(new ShellPage(page).heading).toHaveText('Tech Radar');
});
