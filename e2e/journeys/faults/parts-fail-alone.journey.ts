import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// What it shows on the pages of others is not for the journeys after it.
test.afterEach(async ({ portal }) => {
  for (const id of ['guest', 'broken']) expect((await registryOf(portal).call('DELETE', `/remotes/${id}`)).status).toBeLessThan(300);
});

const entity = '/catalog/default/component/account-service';

test('a widget, a card, a tab and a route of a plugin each fail alone: its other parts, and all other plugins, go on', async ({ page, portal }) => {
  const [shell, catalog] = [new ShellPage(page), new CatalogPage(page)];
  const parts = [
    { id: 'widget:bad', point: 'home.card/v1', config: { title: 'Bad widget' }, throws: true },
    { id: 'widget:good', point: 'home.card/v1', config: { title: 'Good widget' } },
    { id: 'card:bad', point: 'catalog.entity-card/v1', config: { title: 'Bad card' }, throws: true },
    { id: 'card:good', point: 'catalog.entity-card/v1', config: { title: 'Good card' } },
    { id: 'tab:bad', point: 'catalog.entity-tab/v1', config: { title: 'Bad tab', path: '/bad' }, throws: true },
    { id: 'tab:good', point: 'catalog.entity-tab/v1', config: { title: 'Good tab', path: '/good' } },
  ];
  expect(await registryOf(portal).publish({ id: 'guest', navigationTitle: 'Guest', version: '1.0.0', parts })).toBe(201);
  expect(await registryOf(portal).publish({ id: 'broken', version: '1.0.0', navigationTitle: 'Broken', behaviour: 'throws-in-render' })).toBe(201);
  const alert = page.getByRole('main').getByRole('alert');

  await page.goto('/');
  await expect(catalog.card('Bad widget').getByRole('alert')).toContainText('Demo could not be shown here');
  await expect(catalog.card('Good widget')).toContainText('Good widget 1.0.0');
  await expect(catalog.card('Moved on the tech radar').getByRole('link').first()).toBeVisible();
  await expect(alert).toHaveCount(1);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));

  await shell.entry('Catalog').click();
  await catalog.search.fill('account-service');
  await catalog.entity('account-service').click();
  await expect(catalog.card('Bad card').getByRole('alert')).toContainText('Demo could not be shown here');
  await expect(catalog.card('Good card')).toContainText('Good card 1.0.0');
  await expect(catalog.card('About')).toBeVisible();
  await expect(alert).toHaveCount(1);

  const tab = (name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
  await tab('Bad tab').click();
  await expect(page).toHaveURL(new RegExp(`${entity}/bad$`));
  await expect(alert).toContainText('LOADER_RENDER_FAILED');
  await expect(shell.heading).toContainText('Account Service');
  await tab('Good tab').click();
  await expect(shell.main.getByText('Good tab 1.0.0')).toBeVisible();
  await expect(alert).toHaveCount(0);

  await shell.entry('Broken').click();
  await expect(shell.failure('Demo')).toContainText('LOADER_RENDER_FAILED');
  await shell.entry('Guest').click();
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  expect(await page.evaluate(() => 'sameDocument' in window), 'without a reload').toBe(true);
});
