import { expect, test } from '../../fixtures/stack.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { RadarPage } from '../../pages/radar-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// What Chromium itself writes when the stream of events was of the replica that is gone; the shell opens another.
test.use({ expectedConsole: { messages: [/api\/events/] } });

test('a replica that is killed in mid-journey is not noticed, whichever it is', async ({ page, stack, answered }) => {
  test.setTimeout(120_000);
  const catalog = new CatalogPage(page);
  const shell = new ShellPage(page);
  await catalog.open();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  const streams: string[] = [];
  page.on('request', request => request.url().includes('/api/events') && streams.push(request.url()));

  for (const replica of stack.replicas) {
    // The front door gives requests to all of them, also to the one that was away before.
    for (const one of [...stack.replicas.filter(other => other !== replica), replica]) {
      await expect
        .poll(async () => ((await fetch(`${stack.url}/readyz`)).status === 200 ? answered().at(-1)?.upstream : undefined), { timeout: 60_000 })
        .toBe(one.address);
    }
    const { pid } = replica;
    // Requests are under way before, at and after the end of the replica.
    const statuses = page.evaluate(async () => {
      const seen: number[] = [];
      for (let round = 0; round < 40; round += 1) {
        const answers = await Promise.all(['/api/registry/snapshot', '/api/app/config', '/api/auth/session'].map(url => fetch(url, { cache: 'no-store' })));
        seen.push(...answers.map(answer => answer.status));
      }
      return seen;
    });
    replica.kill();
    await catalog.search.fill('account-service');
    await expect(catalog.rows).toHaveCount(1);
    await catalog.entity('account-service').click();
    await expect(catalog.card('About')).toBeVisible();
    await shell.entry('Tech Radar').click();
    await expect(new RadarPage(page).plot).toBeVisible();
    await shell.entry('Catalog').click();
    await expect(catalog.rows.first()).toBeVisible();
    expect(new Set(await statuses)).toEqual(new Set([200]));
    await expect.poll(() => replica.pid).not.toBe(pid);
  }

  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expect.poll(() => streams.length, 'the stream of events was opened anew').toBeGreaterThan(0);
  const requests = answered();
  // A replica that is back says itself that it is not ready yet.
  expect(requests.filter(({ path, status }) => path !== '/readyz' && status >= 500)).toEqual([]);
  expect(requests.filter(({ upstream }) => upstream.includes(', ')).length, 'requests that another replica answered').toBeGreaterThan(0);
});
