import { expectAccessible } from '../../fixtures/accessibility.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the radar shows its blips, and an entry tells its story', async ({ page }) => {
  const radar = new RadarPage(page);
  await radar.open();
  expect(await radar.plot.getByRole('link').count()).toBeGreaterThan(30);
  await radar.blip('TypeScript').click();
  await expect(page).toHaveURL(/\/tech-radar\/entries\/typescript$/);
  await expect(radar.details).toContainText('TypeScript');
});

test('a deep link to an entry works cold', async ({ page }) => {
  await page.goto('/tech-radar/entries/typescript');
  await expect(new RadarPage(page).details).toContainText('TypeScript');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the radar is accessible in the ${theme} theme`, async ({ page }) => {
    await new RadarPage(page).open();
    await expectAccessible(page, theme);
    await expect(new ShellPage(page).heading).toHaveText('Tech Radar');
  });
}

test.describe('with a radar from the configuration', () => {
  test.use({
    portalOptions: {
      config: `
techRadar:
  data:
    quadrants: [{ id: a, name: Alpha }, { id: b, name: Beta }, { id: c, name: Gamma }, { id: d, name: Delta }]
    rings: [{ id: in, name: In, color: '#2a7' }, { id: out, name: Out, color: '#a27' }]
    entries:
      - { id: first, key: first, title: First choice, quadrant: a, timeline: [{ date: '2026-01-01', ringId: in, moved: 1 }] }
`,
    },
  });

  test('shows that data and nothing else', async ({ page }) => {
    const radar = new RadarPage(page);
    await radar.open();
    await expect(radar.plot.getByRole('link')).toHaveCount(1);
    await expect(radar.blip('First choice')).toBeVisible();
  });
});
