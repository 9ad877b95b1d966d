import { expect, test } from '../../fixtures/portal.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const refusedDigest = /Failed to find a valid digest in the 'integrity' attribute/;
const missing = /Failed to load resource/;

/** What a person sees of each switch, and what the browser itself writes then. */
const switches = [
  ['down', 'LOADER_ENTRY_UNREACHABLE', [missing, refusedDigest]],
  ['html', 'LOADER_ENTRY_UNREACHABLE', [refusedDigest, /Refused to execute script/]],
  ['corrupt-entry', 'LOADER_ENTRY_UNREACHABLE', [refusedDigest]],
  ['corrupt-chunk', 'LOADER_FILES_UNREACHABLE', [refusedDigest]],
  ['incompatible', 'LOADER_INIT_FAILED', []],
  ['throw-import', 'LOADER_EVALUATE_FAILED', []],
  ['throw-render', 'LOADER_RENDER_FAILED', []],
  ['throw-effect', 'LOADER_RENDER_FAILED', []],
  ['hang', 'LOADER_ENTRY_LATE', []],
] as const;

for (const [mode, code, messages] of switches) {
  test.describe(`the chaos switch ${mode}`, () => {
    test.use({ expectedConsole: { messages } });

    test('is seen on the page of the remote alone, and is gone with the address', async ({ page }) => {
      const shell = new ShellPage(page);
      await page.goto(`/tech-radar?portico-chaos=tech-radar:${mode}`);
      await expect(shell.failure('Tech Radar')).toContainText(code, { timeout: 30_000 });
      await shell.entry('Catalog').click();
      await expect(shell.heading).not.toContainText('could not be shown');
      await page.goto('/tech-radar');
      await expect(new RadarPage(page).plot).toBeVisible();
    });
  });
}

test('the chaos switch slow makes a page late, and then it is there', async ({ page }) => {
  await page.goto('/tech-radar?portico-chaos=tech-radar:slow');
  await expect(page.getByText('is taking longer than usual')).toBeVisible();
  await expect(new RadarPage(page).plot).toBeVisible({ timeout: 30_000 });
});
