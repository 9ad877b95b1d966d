import fs from 'node:fs';
import path from 'node:path';
import { catalogIsRead } from '../../fixtures/catalog-is-read.ts';
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

test('the app team decides where links to other plugins lead, in an open page too', async ({ page }) => {
  const portal = await startPortal();
  const file = path.join(portal.dataDirectory, 'journey-config.yaml');
  const unbound = fs.readFileSync(file, 'utf8');
  await catalogIsRead(portal);
  await page.goto(`${portal.url}/catalog?list=all`);
  const link = page.getByRole('link', { name: 'account-service', exact: true });
  await expect(link).toHaveAttribute('href', '/catalog/default/component/account-service');
  fs.writeFileSync(file, `${unbound}  routes:\n    bindings:\n      catalog.entityLink: false\n`);
  await expect(link).toBeHidden({ timeout: 20_000 });
  await expect(page.getByRole('rowheader', { name: /account-service/ })).toBeVisible();
  fs.writeFileSync(file, `${unbound}  routes:\n    bindings:\n      catalog.entityLink: catalog.entity\n`);
  await expect(link).toBeVisible({ timeout: 20_000 });
  await page.goto('about:blank');
  await portal.stop();
});
