import { expectAccessible } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';

for (const width of [1600, 1280, 800, 390]) {
  test(`at ${width} pixels no blip lies over another one or over a name`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/tech-radar?view=plot');
    await new RadarPage(page).plot.waitFor();
    const { blips, names } = await page.evaluate(() => {
      const boxes = (selector: string): DOMRect[] =>
        [...document.querySelectorAll(selector)].map(element => element.getBoundingClientRect()).filter(box => box.width > 0);
      return { blips: boxes('[data-testid=radar-plot] a g > :nth-child(2)'), names: boxes('[data-testid=radar-plot] [font-size="13"], [data-corner]') };
    });
    const circles = blips.map(box => ({ x: box.x + box.width / 2, y: box.y + box.height / 2, radius: box.height / 2 }));
    const touching = circles.filter((one, index) =>
      circles.slice(index + 1).some(other => Math.hypot(one.x - other.x, one.y - other.y) < one.radius + other.radius - 1),
    );
    const covering = circles.filter(({ x, y, radius }) =>
      names.some(name => Math.hypot(Math.max(0, name.left - x, x - name.right), Math.max(0, name.top - y, y - name.bottom)) < radius - 1),
    );
    const crossing = names.filter((one, index) =>
      names
        .slice(index + 1)
        .some(other => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom),
    );
    expect(circles.length).toBeGreaterThan(30);
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect({ touching, covering, crossing }).toEqual({ touching: [], covering: [], crossing: [] });
  });
}

test('on a phone the list comes first, and is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/tech-radar');
  await expect(page.getByRole('table', { name: 'Entries by ring and quadrant' })).toBeVisible();
  await expectAccessible(page);
});
