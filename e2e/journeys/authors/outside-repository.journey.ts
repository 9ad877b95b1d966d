import { createOutsideRepository, releaseNotes } from '../../fixtures/outside-repository.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('a team with a repository of its own builds, publishes, promotes and rolls back, and an open page follows', async ({ page, portal }) => {
  test.setTimeout(180_000);
  const outside = createOutsideRepository();
  const shell = new ShellPage(page);
  const environment = { PORTICO_URL: portal.url, PORTICO_TOKEN: portal.developmentToken() };
  const portico = (...args: string[]) => {
    const { code, output } = outside.portico(args, environment);
    expect(code, output).toBe(0);
    return output;
  };
  const build = (version: string, news: string) => {
    outside.write(releaseNotes(version, news));
    portico('build');
  };

  try {
    await page.goto('/catalog');
    await page.evaluate(() => Object.assign(window, { sameDocument: true }));
    build('1.0.0', 'The first of all');
    expect(portico('publish', '--register')).toContain('Published release-notes 1.0.0; given by stable');
    expect(portico('publish')).toContain('was published before with the same bytes');

    await shell.entry('Release notes').click();
    await expect(page.getByText('The first of all')).toBeVisible();

    build('1.1.0', 'The second one');
    expect(portico('publish')).toContain('nobody gets it until it is promoted');
    portico('promote', '1.1.0');
    await expect.poll(() => portico('status')).toMatch(/1\.1\.0 +stable/);
    await shell.entry('Catalog').click();
    await shell.entry('Release notes').click();
    await expect(page.getByText('The second one')).toBeVisible();

    expect(portico('rollback')).toContain('stable of release-notes gives 1.0.0 again');
    await expect(page.getByText('The first of all')).toBeVisible();
    expect(await page.evaluate(() => 'sameDocument' in window), 'the page was never reloaded').toBe(true);
  } finally {
    outside.remove();
  }
});
