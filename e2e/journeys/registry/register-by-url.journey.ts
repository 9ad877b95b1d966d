import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../../fixtures/accessibility.ts';
import { writeDemo } from '../../fixtures/demo-remote.ts';
import { test } from '../../fixtures/hosted-remotes.ts';
import { expect } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('a remote is registered by its address after a look at the checklist, and its page is there when its host is down', async ({ page, host }) => {
  const shell = new ShellPage(page);
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  writeDemo(host.folder('good'), { id: 'hosted', version: '1.0.0' });
  writeDemo(host.folder('bad'), { id: 'catalog', version: '1.0.0' });
  fs.appendFileSync(path.join(host.folder('bad'), 'remoteEntry.js'), '// a line that the manifest does not know');

  await page.goto('/registry');
  await page.getByRole('button', { name: 'Register a plugin' }).click();
  const drawer = page.getByRole('dialog', { name: 'Register a plugin' });
  const report = drawer.getByRole('region', { name: 'Report of the checks' });
  const check = async (address: string) => {
    await drawer.getByLabel('Address').fill(address);
    await drawer.getByRole('button', { name: 'Check' }).click();
  };
  await check(`${host.url}/bad/`);
  await expect(report.getByRole('status')).toHaveText('The build is refused as it is');
  for (const rule of ['Id is not taken', 'Assets match the files']) {
    await expect(report.getByRole('listitem').filter({ hasText: rule }).first()).toContainText('Must be mended');
  }
  await expect(drawer.getByRole('button', { name: 'Register' })).toBeDisabled();
  await expectAccessible(page);

  await check(`${host.url}/good/`);
  await expect(report.getByRole('status')).toHaveText('hosted 1.0.0 may be registered');
  await expect(report.getByText(/^\d+ rules hold$/)).toBeVisible();
  await drawer.getByRole('button', { name: 'Register' }).click();
  await expect(page).toHaveURL(/\/registry\/remotes\/hosted$/);
  await shell.entry('Demo').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');

  await host.goDown();
  await page.goto('/hosted');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  expect(asked.filter(url => url.startsWith(host.url)), 'the browser asks the portal alone').toEqual([]);
});
