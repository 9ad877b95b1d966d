import { expectAccessible } from '../../fixtures/accessibility.ts';
import { registryOf, writeDemo } from '../../fixtures/demo-remote.ts';
import { serveLocalBuild } from '../../fixtures/local-build.ts';
import { moduleHeading, writeModuleRemote } from '../../fixtures/module-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { OverrideParts } from '../../pages/override-parts.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// One remote for each journey: they share a portal.

test('a developer sees their own build in their session alone, in all its tabs, and takes it back in one click', async ({ page, portal, browser }) => {
  const id = 'overridden';
  await registryOf(portal).publish({ id, version: '1.0.0' });
  const build = await serveLocalBuild(folder => writeDemo(folder, { id, version: '2.0.0-local' }));
  const [shell, parts] = [new ShellPage(page), new OverrideParts(page)];
  const second = await page.context().newPage();
  await second.goto(`/${id}`);
  await expect(new ShellPage(second).heading).toHaveText('Demo 1.0.0');
  await second.evaluate(() => Object.assign(window, { sameDocument: true }));

  await page.goto(`/${id}?a=b&portico-remote=${id}@${build.url}#c`);
  await expect(parts.dialog).toContainText(build.origin);
  expect(page.url()).toBe(`${portal.url}/${id}?a=b#c`);
  await expect(shell.main.getByText('Demo 1.0.0')).toBeVisible();
  expect(build.asked, 'nothing is fetched before the consent').toEqual([]);
  await expect(parts.cancel).toBeFocused();
  await parts.agree.click();

  await expect(shell.heading).toHaveText('Demo 2.0.0-local');
  await expect(parts.bar).toContainText(`Demo is loaded from ${build.origin}`);
  await expect(new ShellPage(second).heading).toHaveText('Demo 2.0.0-local');
  const told = parts.told();
  await page.reload();
  await expect(shell.heading).toHaveText('Demo 2.0.0-local');
  await told;

  const stranger = await browser.newPage({ baseURL: portal.url });
  await stranger.goto(`/${id}`);
  await expect(new ShellPage(stranger).heading).toHaveText('Demo 1.0.0');
  await expect(new OverrideParts(stranger).bar).toBeHidden();
  await stranger.close();

  await new OverrideParts(second).reset('Demo').click();
  for (const tab of [second, page]) {
    await expect(new ShellPage(tab).heading).toHaveText('Demo 1.0.0');
    await expect(new OverrideParts(tab).bar).toBeHidden();
  }
  expect(await second.evaluate(() => 'sameDocument' in window), 'without a reload').toBe(true);
  await build.stop();
});

test('the question, the bar and the settings of overrides are for everybody, in light and dark', async ({ page, portal }) => {
  const id = 'accessible';
  await registryOf(portal).publish({ id, version: '1.0.0' });
  const build = await serveLocalBuild(folder => writeDemo(folder, { id, version: '2.0.0' }));
  const parts = new OverrideParts(page);
  await page.goto('/settings');
  const manifest = (await (await fetch(build.url)).json()) as object;
  expect((await page.request.put(`/api/registry/overrides/${id}`, { data: { url: build.url, manifest } })).status()).toBe(200);
  await page.goto(`/settings?portico-remote=${id}@${build.url}`);
  await expect(parts.dialog).toBeVisible();
  await expect(parts.bar).toBeVisible();
  await expect(parts.use).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
  await build.stop();
});

test('a new build is seen with the next reload, also where its container has another name; a sign-out ends it', async ({ page, portal }) => {
  const id = 'rebuilt';
  await registryOf(portal).publish({ id, version: '1.0.0' });
  const build = await serveLocalBuild(folder => writeDemo(folder, { id, version: '2.0.0-a' }));
  const [shell, parts] = [new ShellPage(page), new OverrideParts(page)];
  await page.goto(`/${id}?portico-remote=${id}@${build.url}`);
  await parts.agree.click();
  await expect(shell.heading).toHaveText('Demo 2.0.0-a');
  writeDemo(build.folder, { id, version: '2.0.0-b' });
  await page.reload();
  await expect(shell.heading).toHaveText('Demo 2.0.0-b');
  await expect(parts.dialog).toBeHidden();
  // A page that is open would notice that its session has ended, and say so on the console.
  await page.goto('about:blank');
  expect((await page.request.post('/api/auth/sign-out')).ok()).toBe(true);
  await page.goto(`/${id}`);
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  await expect(parts.bar).toBeHidden();
  await build.stop();
});

test('a build of ES modules is loaded, too', async ({ page, portal }) => {
  expect((await registryOf(portal).call('POST', '/remotes', { id: 'made-of-modules', title: moduleHeading })).status).toBe(201);
  const build = await serveLocalBuild(writeModuleRemote);
  const [shell, parts] = [new ShellPage(page), new OverrideParts(page)];
  await page.goto('/settings');
  await parts.plugin.selectOption('made-of-modules');
  await parts.address.fill(build.url);
  await parts.use.click();
  await parts.agree.click();
  await expect(parts.bar).toContainText(moduleHeading);
  const told = parts.told();
  await shell.entry(moduleHeading).click();
  await expect(shell.heading).toHaveText(moduleHeading);
  await expect(shell.heading).toHaveCSS('letter-spacing', '7px');
  await told;
  await parts.reset(moduleHeading).click();
  await expect(shell.heading).toHaveText('Page not found');
  await build.stop();
});

test.describe('an override that does not work', () => {
  test.use({ expectedConsole: { messages: [/Failed to load resource/] } });

  test('says that it is one, and goes by its button or by the address', async ({ page, portal }) => {
    const id = 'unwell';
    await registryOf(portal).publish({ id, version: '1.0.0' });
    const build = await serveLocalBuild(folder => writeDemo(folder, { id, version: '2.0.0', behaviour: 'throws-at-import' }));
    const [shell, parts] = [new ShellPage(page), new OverrideParts(page)];
    await page.goto(`/${id}?portico-remote=${id}@${build.url}`);
    await parts.agree.click();
    await expect(shell.failure('Demo')).toContainText(`the local override from ${build.origin}`);
    await expect(shell.failure('Demo')).toContainText('LOADER_EVALUATE_FAILED');
    await parts.resetOnPage.click();
    await expect(shell.heading).toHaveText('Demo 1.0.0');

    await page.goto(`/${id}?portico-remote=${id}@${build.url}`);
    await parts.agree.click();
    await expect(shell.failure('Demo')).toBeVisible();
    await build.stop();
    await page.reload();
    await expect(shell.failure('Demo')).toContainText('LOADER_OVERRIDE_UNREACHABLE');
    await page.goto(`/${id}?portico-remote=reset`);
    await expect(shell.heading).toHaveText('Demo 1.0.0');
    expect(page.url()).toBe(`${portal.url}/${id}`);
    await expect(parts.bar).toBeHidden();
  });
});
