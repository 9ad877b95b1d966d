import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test("the app team's tweaks show in an open page without a build, a restart or a reload", async ({ page, portal }) => {
  const file = path.join(portal.dataDirectory, 'journey-config.yaml');
  const shell = new ShellPage(page);
  await page.goto('/settings');
  await expect(shell.entry('Tech Radar')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  fs.appendFileSync(
    file,
    `  title: Atrium
  branding:
    name: Atrium
  extensions:
    - page:tech-radar: false
`,
  );
  await expect(shell.entry('Tech Radar')).toBeHidden({ timeout: 20_000 });
  await expect(page).toHaveTitle(/Atrium/);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});
