import { violationsInThemes } from '../../fixtures/accessibility.ts';
import { catalogIsRead } from '../../fixtures/catalog-is-read.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

/** Every page, and what is read on it when the last of its parts are there: half a page would be found accessible, too. */
const places: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  '/': [/\d that I own/, 'that you open are listed here', 'Ready', 'WebAssembly components'],
  '/catalog': [/\d entities/, 'tech-radar'],
  '/catalog/default/component/account-service': ['Provides API', 'PostgreSQL'],
  '/catalog/default/component/account-service/relations': ['Customer Accounts', 'customer-accounts'],
  '/catalog?kind=all&list=all&owner=group:default/checkout-team': [/\d entities/, 'payment-service'],
  '/catalog/default/component/account-service/yaml': ['targetRef'],
  '/catalog/default/system/checkout': ['Fraud Scoring 2', 'Payment Gateway', 'Orders Database'],
  '/catalog/default/api/order-events/definition': ['announceOrders', 'not-wanted'],
  '/catalog/default/group/portico-maintainers': ['Sam Whitaker', 'Components'],
  '/catalog/default/user/guest': ['Portico Maintainers', 'Owns nothing'],
  '/tech-radar': [/\d entries/, 'TypeScript'],
  '/tech-radar?view=plot': [/\d entries/],
  '/tech-radar/entries/typescript': [/\d entries/, 'Languages and frameworks'],
  '/registry': ['Tech Radar', /no errors|No loads/],
  '/registry/remotes/catalog': ['Start a canary'],
  '/registry/remotes/catalog/versions': ['Publish a version', 'stable'],
  '/registry/remotes/catalog/health': ['A version is taken back by itself'],
  '/registry/remotes/catalog/settings': ['Save'],
  '/registry/audit': [/Nothing was done yet|^(version|channel|remote)\./],
  '/settings': ['Theme', 'They look like this'],
  '/no/such/page': [/These pages exist|Did you mean/],
};

// The two widths share nothing, and take long.
test.describe.configure({ mode: 'parallel' });

for (const width of [1280, 390]) {
  test(`every page is accessible in every theme, ${width} pixels wide`, async ({ page, portal }) => {
    test.setTimeout(600_000);
    await catalogIsRead(portal);
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const { heading, main } = new ShellPage(page);
    const found: string[] = [];
    for (const [address, texts] of Object.entries(places)) {
      await page.goto(address);
      await heading.waitFor();
      for (const text of texts) await expect(main.getByText(text).filter({ visible: true }).first(), address).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      found.push(...(await violationsInThemes(page, address)));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, `pixels that ${address} scrolls sideways`).toBe(0);
    }
    expect(found).toEqual([]);
  });
}
