import type { RemoteHealth } from '@portico/contracts';
import { expectAccessible } from '../../fixtures/accessibility.ts';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test.use({
  expectedConsole: {
    messages: [/Failed in a (timer|promise|handler)/, /violates the following Content Security Policy directive/, /Refused to/, /(eval|Function).*unsafe-eval/],
  },
});

async function healthOf(portal: RunningPortal, id: string): Promise<RemoteHealth> {
  return (await registryOf(portal).call('GET', `/remotes/${id}/health`)).body as RemoteHealth;
}

test('what a plugin throws in a timer, a promise and a handler is laid to its version, and the page goes on', async ({ page, portal }) => {
  const shell = new ShellPage(page);
  const buttons = {
    'Fail later': "setInterval(() => { throw new RangeError('Failed in a timer'); }); void (async () => { await null; throw new TypeError('Failed in a promise'); })();",
    'Fail now': "throw new SyntaxError('Failed in a handler');",
  };
  await registryOf(portal).publish({ id: 'careless', navigationTitle: 'Careless', version: '1.2.0', buttons });
  await page.goto('/careless');
  for (const name of Object.keys(buttons)) await page.getByRole('button', { name }).click();
  const codes = async () => (await healthOf(portal, 'careless')).versions.find(({ version }) => version === '1.2.0')?.errors.map(({ code }) => code).sort();
  await expect.poll(codes).toEqual(['RangeError', 'SyntaxError', 'TypeError']);
  const { uncaught, renderErrors } = (await healthOf(portal, 'careless')).versions[0] ?? {};
  expect([uncaught, renderErrors], 'a timer without end is told three times').toEqual([{ count: 5, users: 1 }, { count: 0, users: 0 }]);
  await expect(shell.heading).toHaveText('Demo 1.2.0');
  await shell.entry('Catalog').click();
  await expect(new CatalogPage(page).rows.first()).toBeVisible();
});

test('a plugin that changes what all plugins share is named, and what the portal needs is put back', async ({ page, portal }) => {
  const shell = new ShellPage(page);
  const atImport = "const own = window.fetch; window.fetch = (...asked) => own(...asked); Object.prototype.isAdmin = true;";
  const buttons = {
    Take: "for (const key of Object.keys(localStorage)) if (key.includes('/core/')) localStorage.setItem(key, '\"/careless\"'); history.pushState = () => undefined;",
  };
  await registryOf(portal).publish({ id: 'unruly', navigationTitle: 'Unruly', version: '1.0.0', atImport, buttons });
  await page.goto('/settings');
  await page.getByLabel('Page', { exact: true }).selectOption('/catalog');
  const fetches = await page.evaluate(() => Object.assign(window, { fetchBefore: window.fetch }).fetchBefore.name);
  expect(fetches).toBe('fetch');
  await shell.entry('Unruly').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  await page.getByRole('button', { name: 'Take' }).click();
  // Looked at before the click does anything, and what is stored once more when the next plugin comes.
  await shell.entry('Tech Radar').click();
  await expect(shell.heading).toHaveText('Tech Radar');
  const changed = async () => (await healthOf(portal, 'unruly')).versions[0]?.interfered?.map(({ what }) => what).sort();
  await expect.poll(changed).toEqual(['Object.prototype.isAdmin', 'history.pushState', 'localStorage of core', 'window.fetch']);
  const state = await page.evaluate(() => [window.fetch === (window as unknown as { fetchBefore: unknown }).fetchBefore, 'isAdmin' in {}, Object.hasOwn(history, 'pushState')]);
  expect(state).toEqual([true, false, false]);

  await page.goto('/registry/remotes/unruly/health');
  await expect(page.getByRole('definition').filter({ hasText: 'window.fetch (1)' })).toBeVisible();
  await expectAccessible(page);
});

test("what the page's policy refuses a plugin is reported to the registry and laid to it", async ({ page, portal }) => {
  const buttons = {
    'Break out': `
      document.body.insertAdjacentHTML('beforeend', '<img alt="" src="data:," onerror="window.ranInline = true">');
      try { window.eval('window.ranEval = true'); } catch {}
      try { new Function('window.ranFunction = true')(); } catch {}
      fetch('https://elsewhere.example/collect').catch(() => undefined);`,
  };
  await registryOf(portal).publish({ id: 'escaping', navigationTitle: 'Escaping', version: '1.0.0', buttons });
  await page.goto('/escaping');
  await page.getByRole('button', { name: 'Break out' }).click();
  const reported = async () => {
    const { violations = [] } = await healthOf(portal, 'escaping');
    return violations.map(({ directive, blocked, version, attributedBy }) => `${directive} ${blocked} ${version} ${attributedBy}`).sort();
  };
  await expect.poll(reported).toEqual([
    'connect-src https://elsewhere.example 1.0.0 source',
    'script-src eval 1.0.0 source',
    'script-src-attr inline 1.0.0 source',
  ]);
  expect(await page.evaluate(() => ['ranInline', 'ranEval', 'ranFunction'].filter(name => name in window))).toEqual([]);
});
