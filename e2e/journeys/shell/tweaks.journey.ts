import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';
import { startPortal } from '../../setup/portal.ts';

test("the app team's tweaks show in an open page without a build, a restart or a reload", async ({ page }) => {
  // A portal of its own, since its configuration changes.
  const portal = await startPortal();
  const shell = new ShellPage(page);
  await page.goto(`${portal.url}/settings`);
  await expect(shell.entry('Tech Radar')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const tweaks = ['  title: Atrium', '  extensions:', '    - page:tech-radar: false', ''];
  fs.appendFileSync(path.join(portal.dataDirectory, 'journey-config.yaml'), tweaks.join('\n'));
  await expect(shell.entry('Tech Radar')).toBeHidden({ timeout: 20_000 });
  await expect(page).toHaveTitle(/Atrium/);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  // The page lets go of its event stream first; a stream that is cut is an error on the console.
  await page.goto('about:blank');
  await portal.stop();
});
