import { test } from '../../fixtures/chaos.ts';
import { expect } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const refusedDigest = /Failed to find a valid digest in the 'integrity' attribute|SRI's integrity checks failed/;
const missing = /Failed to load resource/;
/** What is thrown while a page is rendered is rendered once more first; only then the plugin is loaded anew. */
const [once, twice] = [1, 2];

/** What a person sees of each switch, what the browser itself writes then, and how many retries heal it. */
const switches = [
  ['down', 'LOADER_ENTRY_UNREACHABLE', [missing, refusedDigest], once],
  ['html', 'LOADER_FILE_TYPE', [refusedDigest, /Refused to execute script/], once],
  ['corrupt-entry', 'LOADER_FILE_CHANGED', [refusedDigest], once],
  ['corrupt-chunk', 'LOADER_FILE_CHANGED', [refusedDigest], once],
  ['incompatible', 'LOADER_INIT_FAILED', [], once],
  ['throw-import', 'LOADER_EVALUATE_FAILED', [], once],
  ['throw-render', 'LOADER_RENDER_FAILED', [], twice],
  ['throw-effect', 'LOADER_RENDER_FAILED', [], twice],
  ['hang', 'LOADER_ENTRY_LATE', [], once],
] as const;

for (const [mode, code, messages, retries] of switches) {
  test.describe(`the chaos switch ${mode}`, () => {
    test.use({ expectedConsole: { messages } });

    test('is seen on the page of the remote alone, and a retry heals it without a reload', async ({ page, chaos }) => {
      const shell = new ShellPage(page);
      await chaos.break('tech-radar', mode);
      await page.goto('/tech-radar');
      await expect(shell.failure('Tech Radar')).toContainText(code, { timeout: 30_000 });
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      await shell.entry('Catalog').click();
      await expect(shell.heading).not.toContainText('could not be shown');

      await shell.entry('Tech Radar').click();
      await expect(shell.failure('Tech Radar')).toContainText(code, { timeout: 30_000 });
      await chaos.mend();
      for (let retry = 0; retry < retries; retry += 1) await shell.retry.click();
      await expect(new RadarPage(page).plot).toBeVisible();
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    });
  });
}

test('the chaos switch slow makes a page late, and then it is there', async ({ page }) => {
  await page.goto('/tech-radar?portico-chaos=tech-radar:slow');
  await expect(page.getByText('is taking longer than usual')).toBeVisible();
  await expect(new RadarPage(page).plot).toBeVisible({ timeout: 30_000 });
});

test('switches in the address are on for as long as the page is, several at once', async ({ page }) => {
  const shell = new ShellPage(page);
  await page.goto('/tech-radar?portico-chaos=tech-radar:throw-import,catalog:incompatible');
  await expect(shell.failure('Tech Radar')).toContainText('LOADER_EVALUATE_FAILED');
  await shell.entry('Catalog').click();
  await expect(shell.failure('Catalog')).toContainText('LOADER_INIT_FAILED');
  await page.goto('/tech-radar');
  await expect(new RadarPage(page).plot).toBeVisible();
});
