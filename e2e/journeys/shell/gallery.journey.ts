import { violationsInThemes } from '../../fixtures/accessibility.ts';
import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test.use({ portalOptions: { config: 'registry:\n  remotes:\n    - path: remotes/catalog/dist\n    - path: remotes/gallery/dist\n' } });

/** What is opened above a page: where, by which button, and how it is recognised. */
const overlays = [
  { family: 'dialog', button: 'Open a dialog', role: 'dialog' },
  { family: 'dialog', button: 'Ask before deleting', role: 'alertdialog' },
  { family: 'drawer', button: 'Open at the right', role: 'dialog' },
  { family: 'menu', button: 'Actions', role: 'menu' },
  { family: 'picker', button: 'Owner', role: 'dialog' },
  { family: 'table', button: 'Columns', role: 'group' },
] as const;

/** There are many of them, and each is looked at in all themes. */
const mostMsPerFamily = 60_000;

async function familiesOf(page: Page): Promise<readonly string[]> {
  await page.goto('/gallery');
  const links = new ShellPage(page).main.getByRole('link');
  await links.first().waitFor();
  return links.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''));
}

async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await new ShellPage(page).heading.waitFor();
  await expect(page.getByRole('status', { name: /is loading/ })).toHaveCount(0);
}

test('every component family is accessible in every theme', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  const families = await familiesOf(page);
  expect(families.length).toBeGreaterThan(15);
  test.setTimeout(families.length * mostMsPerFamily);
  for (const address of families) {
    await settled(page, address);
    found.push(...(await violationsInThemes(page, address)));
  }
  expect(found).toEqual([]);
});

test('what opens above the page is accessible in every theme', async ({ page }) => {
  test.setTimeout(400_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const { family, button, role } of overlays) {
    await settled(page, `/gallery/${family}`);
    await page.getByRole('button', { name: button }).first().click();
    await page.getByRole(role).first().waitFor();
    found.push(...(await violationsInThemes(page, `${family}, ${button}`)));
  }
  expect(found).toEqual([]);
});

test('no component family is wider than a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of await familiesOf(page)) {
    await settled(page, address);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(sideways, `pixels that ${address} scrolls sideways`).toBe(0);
  }
});
