import { expect, test } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';

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

test('a radar from the configuration shows that data and nothing else', async ({ page }) => {
  const radar = new RadarPage(page);
  await radar.open();
  await expect(radar.plot.getByRole('link')).toHaveCount(1);
  await expect(radar.blip('First choice')).toBeVisible();
});
