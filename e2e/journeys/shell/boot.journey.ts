import { expect, test } from '../../fixtures/portal.ts';
import { recordTraffic } from '../../fixtures/traffic.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the portal boots without asking any remote for anything', async ({ page }) => {
  const traffic = recordTraffic(page);
  const shell = new ShellPage(page);
  await page.goto('/settings');
  await expect(shell.entry('Catalog')).toBeVisible();
  await expect(shell.entry('Tech Radar')).toBeVisible();
  expect(traffic.paths.filter(path => path.startsWith('/remotes/'))).toEqual([]);
});

test('hovering over a link preloads that remote and no other', async ({ page }) => {
  const traffic = recordTraffic(page);
  const shell = new ShellPage(page);
  await page.goto('/settings');
  const entry = page.waitForRequest(/\/remotes\/tech-radar\/.+\/remoteEntry\.js$/);
  await shell.entry('Tech Radar').hover();
  await entry;
  await expect.poll(() => traffic.paths.filter(path => path.startsWith('/remotes/tech-radar/')).length).toBeGreaterThan(0);
  expect(traffic.paths.filter(path => path.startsWith('/remotes/catalog/'))).toEqual([]);
  await shell.entry('Tech Radar').click();
  await expect(shell.heading).toHaveText('Tech Radar');
  const sent = await page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name, transferSize }) => name.includes('/remotes/tech-radar/') && name.endsWith('/remoteEntry.js') && transferSize > 0)
      .length,
  );
  expect(sent, 'times that the entry crossed the network').toBe(1);
});

test('focus preloads a remote for those who use a keyboard', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/settings');
  const entry = page.waitForRequest(/\/remotes\/catalog\/.+\/remoteEntry\.js$/);
  await shell.entry('Catalog').focus();
  expect((await (await entry).response())?.status()).toBe(200);
});

test('moving between plugins keeps the page, moves the focus to the heading and names the page', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/catalog');
  await expect(shell.heading).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await shell.entry('Tech Radar').click();
  await expect(shell.heading).toHaveText('Tech Radar');
  await expect(shell.heading).toBeFocused();
  await expect(page).toHaveTitle(/Tech Radar/);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('an unknown route says what was looked for and leads on', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/catalgo');
  await expect(shell.heading).toContainText('not found', { ignoreCase: true });
  await expect(shell.main).toContainText('/catalgo');
  await shell.main.getByRole('link', { name: /Catalog/ }).click();
  await expect(page).toHaveURL(/\/catalog$/);
});

test('the skip link leads past the navigation', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/settings');
  await expect(shell.heading).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /skip to/i })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shell.main).toBeFocused();
});
