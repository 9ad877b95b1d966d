import type { Page } from '@playwright/test';
import { catalogIsRead } from '../../fixtures/catalog-is-read.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

/** Up to here Chromium calls a page good. Only cards that turn out longer or shorter than the place held for them come near it. */
const mostShift = 0.1;

const addresses = ['/', '/catalog', '/catalog/default/component/account-service', '/tech-radar', '/settings'];

/** Collects how much content moves by itself, with what moved. A shift right after an input is not counted. */
async function watchShifts(page: Page): Promise<() => Promise<{ readonly sum: number; readonly what: string }>> {
  await page.addInitScript(() => {
    const shifts: { value: number; what: string }[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] })[]) {
        if (entry.hadRecentInput) continue;
        const what = entry.sources.map(({ node }) => (node instanceof Element ? `${node.tagName} ${node.className}` : 'a text')).join(', ');
        shifts.push({ value: entry.value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => {
      const { shifts } = window as unknown as { shifts: { value: number; what: string }[] };
      return { sum: shifts.reduce((sum, { value }) => sum + value, 0), what: shifts.map(({ value, what }) => `${value.toFixed(3)} ${what}`).join('; ') };
    });
}

for (const width of [1280, 390]) {
  test(`nothing jumps while remotes load, ${width} pixels wide`, async ({ page, portal }) => {
    // Rows that come because they were just read are not what this is about.
    await catalogIsRead(portal);
    await page.setViewportSize({ width, height: 844 });
    const shiftsOf = await watchShifts(page);
    for (const address of addresses) {
      await page.goto(address);
      await new ShellPage(page).heading.waitFor();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      const { sum, what } = await shiftsOf();
      expect(sum, `${address} moved: ${what}`).toBeLessThanOrEqual(mostShift);
    }
  });
}
