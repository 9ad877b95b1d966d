import { budgets } from '../../bench/sizes/budgets.ts';
import { expectAccessible } from '../../fixtures/accessibility.ts';
import { catalogIsRead } from '../../fixtures/catalog-is-read.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { recordTraffic } from '../../fixtures/traffic.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

test('the catalog lists components, within its budget of bytes and requests', async ({ page, portal }) => {
  // One in which the user owns nothing so far asks for all components in a second step.
  await catalogIsRead(portal);
  // The session of a guest, which the first request for it makes.
  await page.request.get('/api/auth/session');
  const traffic = recordTraffic(page);
  const catalog = new CatalogPage(page);
  await catalog.open();
  expect(await catalog.rows.count()).toBeGreaterThan(5);
  expect(await traffic.scriptBytes()).toBeLessThanOrEqual(budgets.catalogTable.max);
  expect(traffic.paths.length, traffic.paths.join('\n')).toBeLessThanOrEqual(budgets.catalogTableRequests.max);
});

test('a search narrows the list and stays in the address', async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  await catalog.search.fill('account-service');
  await expect(catalog.rows).toHaveCount(1);
  await expect(page).toHaveURL(/account-service/);
  await page.reload();
  await expect(catalog.rows).toHaveCount(1);
});

test('an entity page shows its own cards and the one that the Tech Radar contributes', async ({ page }) => {
  const catalog = new CatalogPage(page);
  const shell = new ShellPage(page);
  await catalog.open();
  await catalog.search.fill('account-service');
  await catalog.entity('account-service').click();
  await expect(shell.heading).toHaveText('Account Service');
  await expect(catalog.card('About')).toBeVisible();
  const radar = catalog.card('On the tech radar');
  await radar.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/tech-radar\/entries\//);
});

test('a deep link to an entity with dots in its name works cold', async ({ page, portal }) => {
  const dotted = await page.request.get('/api/catalog/entities?fields=kind,metadata.namespace,metadata.name', {
    headers: { authorization: `Bearer ${portal.developmentToken()}` },
  });
  const entities = (await dotted.json()) as { kind: string; metadata: { name: string; namespace?: string } }[];
  const entity = entities.find(({ metadata }) => metadata.name.includes('.'));
  expect(entity, 'the examples hold a name with a dot').toBeDefined();
  await page.goto(`/catalog/${entity?.metadata.namespace ?? 'default'}/${entity?.kind.toLowerCase()}/${entity?.metadata.name}`);
  await expect(new CatalogPage(page).card('About')).toContainText(entity?.metadata.name ?? '');
});

test('an entity that does not exist has a page that says so', async ({ page }) => {
  await page.goto('/catalog/default/component/no-such-thing');
  await expect(new ShellPage(page).main).toContainText('no-such-thing');
  await expect(page.getByRole('link', { name: /catalog/i }).first()).toBeVisible();
});

test("the catalog's pages are accessible in the light and the dark theme", async ({ page }) => {
  const catalog = new CatalogPage(page);
  await catalog.open();
  await expectAccessible(page, ['light', 'dark']);
  await catalog.rows.first().getByRole('link').first().click();
  await expect(catalog.card('About')).toBeVisible();
  await expectAccessible(page, ['light', 'dark']);
});
