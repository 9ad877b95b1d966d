import fs from 'node:fs';
import path from 'node:path';
import { registryOf, writeDemo } from '../../fixtures/demo-remote.ts';
import { serveLocalBuild } from '../../fixtures/local-build.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { OverrideParts } from '../../pages/override-parts.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// The page waits synchronously, for as long as it takes, until the worker has been heard. The limit is longer than a busy machine
// makes a page wait that is well: that would be laid to the catalog.
test.use({
  portalOptions: { config: '  freezeAfterMs: 4000\n' },
  expectedConsole: { messages: [/Synchronous XMLHttpRequest/, /Failed to load resource.*404/] },
});

test('a plugin that freezes the page is told of by a worker, and waits for a click in the next page', async ({ page, portal }) => {
  test.setTimeout(180_000);
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'frozen', version: '1.0.0', behaviour: 'freezes' });
  const worker = page.waitForEvent('worker');
  await page.goto('/catalog');
  await worker;
  await shell.entry('Demo').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0', { timeout: 60_000 });

  await page.reload();
  await expect(shell.failure('Demo')).toContainText('LOADER_PAGE_FROZEN');
  await shell.entry('Catalog').click();
  await expect(new CatalogPage(page).rows.first()).toBeVisible();
  await shell.entry('Demo').click();
  await shell.retry.click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');
});

test('a local override that freezes the start page locks nobody out: after the reload it waits, and the bar takes it back', async ({ page }) => {
  test.setTimeout(180_000);
  const [shell, parts] = [new ShellPage(page), new OverrideParts(page)];
  const build = await serveLocalBuild(folder => fs.writeFileSync(path.join(folder, 'empty.json'), '{}'));
  // Frozen until the file is there.
  const atImport = `for (let status = 0; status !== 200; ) {
    const request = new XMLHttpRequest();
    request.open('GET', '${build.origin}/thawed.json', false);
    request.send();
    status = request.status;
  }`;
  writeDemo(build.folder, { id: 'home', version: '2.0.0', path: '/', atImport });
  const manifest = (await (await fetch(build.url)).json()) as object;
  // The session of a guest, which the first request for it makes.
  await page.request.get('/api/auth/session');
  expect((await page.request.put('/api/registry/overrides/home', { data: { url: build.url, manifest } })).status()).toBe(200);
  const worker = page.waitForEvent('worker');
  await page.goto('/catalog');
  await worker;
  const told = page.waitForRequest(request => request.postData()?.includes('LOADER_PAGE_FROZEN') ?? false);
  await shell.navigation.locator('a[href="/"]').click();
  await told;
  fs.writeFileSync(path.join(build.folder, 'thawed.json'), '{}');
  await expect(shell.heading).toHaveText('Demo 2.0.0', { timeout: 60_000 });

  await page.goto('/');
  await expect(shell.failure('Demo')).toContainText('LOADER_PAGE_FROZEN');
  await expect(shell.failure('Demo')).toContainText(`the local override from ${build.origin}`);
  await parts.reset('Demo').click();
  await expect(shell.heading).toHaveText('Home');
  await expect(parts.bar).toBeHidden();
  await build.stop();
});
