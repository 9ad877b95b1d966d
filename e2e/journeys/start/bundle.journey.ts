import { expect, test } from '@playwright/test';
import { startPortal } from '../../setup/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';

let portal: RunningPortal;

test.beforeAll(async () => {
  portal = await startPortal({ from: 'bundle' });
});

test.afterAll(() => portal.stop());

test('the bundled server shows the catalog to a browser', async ({ page }) => {
  await page.goto(`${portal.url}/catalog`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

test('the bundled server has every plugin running', async ({ request }) => {
  const readyz = (await (await request.get(`${portal.url}/readyz`)).json()) as { status: string };
  expect(readyz.status).toBe('ok');
  const headers = { authorization: `Bearer ${portal.developmentToken()}` };
  const view = await request.get(`${portal.url}/api/instance/plugins`, { headers });
  const { plugins } = (await view.json()) as { plugins: Record<string, { status: string }> };
  expect(Object.keys(plugins)).toEqual(expect.arrayContaining(['app', 'auth', 'catalog', 'registry']));
});

test('the bundled server reads bodies', async ({ request }) => {
  const answer = await request.post(`${portal.url}/api/catalog/entities/by-refs`, {
    headers: { authorization: `Bearer ${portal.developmentToken()}` },
    data: { entityRefs: ['component:default/nobody'] },
  });
  expect(await answer.json()).toEqual({ items: [null] });
});
