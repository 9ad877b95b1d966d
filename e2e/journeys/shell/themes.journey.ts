import { violationsInThemes } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const addresses = [
  '/',
  '/catalog',
  '/catalog/default/component/account-service',
  '/catalog/default/component/account-service/relations',
  '/catalog?kind=all&list=all&owner=group:default/checkout-team',
  '/catalog/default/component/account-service/yaml',
  '/catalog/default/system/checkout',
  '/catalog/default/api/order-events/definition',
  '/catalog/default/group/portico-maintainers',
  '/catalog/default/user/guest',
  '/tech-radar',
  '/tech-radar?view=plot',
  '/tech-radar/entries/typescript',
  '/registry',
  '/registry/remotes/catalog',
  '/registry/remotes/catalog/versions',
  '/registry/remotes/catalog/health',
  '/registry/remotes/catalog/settings',
  '/registry/audit',
  '/settings',
  '/no/such/page',
];

// The two widths share nothing, and take long.
test.describe.configure({ mode: 'parallel' });

for (const width of [1280, 390]) {
  test(`every page is accessible in every theme, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const address of addresses) {
      await page.goto(address);
      await new ShellPage(page).heading.waitFor();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      found.push(...(await violationsInThemes(page, address)));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, `pixels that ${address} scrolls sideways`).toBe(0);
    }
    expect(found).toEqual([]);
  });
}
