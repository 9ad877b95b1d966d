import { AxeBuilder } from '@axe-core/playwright';
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

for (const theme of ['light', 'dark', 'high-contrast']) {
  for (const width of [1280, 390]) {
    test(`every page is accessible in the ${theme} theme, ${width} pixels wide`, async ({ page, context, portal }) => {
      test.setTimeout(400_000);
      await context.addCookies([{ name: 'portico-theme', value: theme, url: portal.url }]);
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const found: string[] = [];
      for (const address of addresses) {
        await page.goto(address);
        await new ShellPage(page).heading.waitFor();
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(...violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`));
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(sideways, `pixels that ${address} scrolls sideways`).toBe(0);
      }
      expect(found).toEqual([]);
    });
  }
}
