import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeDemo } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-many-'));
const ids = Array.from({ length: 60 }, (_none, index) => `demo-${index + 10}`);
for (const id of ids) writeDemo(path.join(folder, id), { id, version: '1.0.0', navigationTitle: `Page of ${id}` });
const remotes = [...ids.map(id => path.join(folder, id)), 'remotes/home/dist', 'remotes/tech-radar/dist'];

test.use({ portalOptions: { config: `registry:\n  remotes:\n${remotes.map(one => `    - path: ${one}\n`).join('')}` } });

// The session of a guest, which the first request for it makes.
test.beforeEach(({ page }) => page.request.get('/api/auth/session'));

test.afterAll(() => fs.rmSync(folder, { recursive: true }));

test('of many remotes, the first page asks for what it needs, then for the rest', async ({ page }) => {
  const shell = new ShellPage(page);
  const asked: string[] = [];
  page.on('request', request => request.url().includes('/snapshot') && asked.push(new URL(request.url()).search));
  const first = page.waitForResponse(response => response.url().endsWith('/snapshot?at=/demo-30/below'));
  const rest = page.waitForResponse(response => response.url().endsWith('/snapshot'));
  await page.goto('/demo-30/below');
  const { remotes, outlines } = (await (await first).json()) as { remotes: { id: string }[]; outlines: object[] };
  expect([remotes.map(({ id }) => id), outlines.length]).toEqual([['demo-30'], 61]);
  await expect(shell.main).toContainText('1.0.0');
  await rest;
  await shell.entry('Page of demo-12').click();
  await expect(page).toHaveURL(/demo-12$/);
  await expect(shell.main).toContainText('1.0.0');
  expect(asked).toEqual(['?at=/demo-30/below', '']);
});

test('a page that nothing more than its outline is known of comes with the rest', async ({ page }) => {
  const shell = new ShellPage(page);
  let send = (): void => undefined;
  const held = new Promise<void>(resolve => (send = resolve));
  await page.route('**/api/registry/snapshot', async route => {
    await held;
    await route.continue();
  });
  await page.goto('/demo-30');
  await expect(shell.main).toContainText('1.0.0');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await shell.entry('Tech Radar').click();
  await expect(shell.main.getByText('Loading Tech Radar…')).toBeAttached();
  send();
  await expect(shell.heading).toHaveText('Tech Radar');
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});
