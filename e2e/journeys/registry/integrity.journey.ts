import { test } from '../../fixtures/changed-files.ts';
import { moduleHeading } from '../../fixtures/module-remote.ts';
import { expect } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

/** What Chromium itself writes when a file does not match its digest. */
const refusedDigest = /Failed to find a valid digest in the 'integrity' attribute|SRI's integrity checks failed/;

const remotes = {
  'a remote of the preset': { id: 'tech-radar', title: 'Tech Radar', healed: 'Tech Radar' },
  'a remote of ES modules': { id: 'made-of-modules', title: moduleHeading, healed: moduleHeading },
} as const;

test.use({ expectedConsole: { messages: [refusedDigest] } });

for (const [kind, { id, title, healed }] of Object.entries(remotes)) {
  for (const part of ['entry', 'chunk', 'stylesheet'] as const) {
    test(`of ${kind}, a changed ${part} does not run; the page says so, and heals without a reload`, async ({ page, change, executed }) => {
      const shell = new ShellPage(page);
      const mend = await change(id, part);
      await page.goto(`/${id}`);
      await expect(shell.failure(title)).toContainText('differs from what was published');
      expect(await executed()).toBe(false);
      await page.evaluate(() => Object.assign(window, { sameDocument: true }));
      await mend();
      await shell.retry.click();
      await expect(shell.heading).toHaveText(healed);
      expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
    });
  }

  test(`${kind} does not run when its record has lost the digest`, async ({ page, forgetDigests }) => {
    const shell = new ShellPage(page);
    await forgetDigests(id);
    await page.goto(`/${id}`);
    await expect(shell.failure(title)).toContainText('LOADER_INTEGRITY_MISSING');
    await shell.entry('Catalog').click();
    await expect(shell.failure(title)).toBeHidden();
  });
}
