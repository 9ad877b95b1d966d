import { expectAccessible } from '../../fixtures/accessibility.ts';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { test } from '../../fixtures/people.ts';
import { expect } from '../../fixtures/portal.ts';

test('a publisher acts on what it owns and on nothing else, a viewer only looks', async ({ portal, enter }) => {
  // Several browsers on a busy machine.
  test.setTimeout(180_000);
  const registry = registryOf(portal);
  for (const version of ['1.0.0', '1.1.0']) {
    await registry.publish({ id: 'storefront', version, owner: 'group:default/storefront-team' }, 'stable');
    await registry.publish({ id: 'foreign', version, owner: 'group:default/warehouse-team' }, 'stable');
  }
  const rollBack = 'Roll back to 1.0.0';

  const publisher = await enter('mei');
  await publisher.goto('/registry/remotes/foreign');
  await expect(publisher.getByText('everybody who gets no other version')).toBeVisible();
  for (const name of [rollBack, 'Change', 'Start a canary', 'More actions']) await expect(publisher.getByRole('button', { name })).toBeHidden();
  const headers = { 'content-type': 'application/json' };
  const refused = await publisher.request.post('/api/registry/remotes/foreign/rollback', { headers, data: {} });
  expect([refused.status(), ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([403, 'REGISTRY_PERMISSION_MISSING']);
  await publisher.goto('/registry/remotes/storefront');
  await publisher.getByRole('button', { name: rollBack }).click();
  await publisher.getByRole('alertdialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(publisher.getByText('Everybody gets 1.0.0 again')).toBeVisible();

  const viewer = await enter('jonas');
  await viewer.goto('/registry');
  await viewer.getByRole('link', { name: 'Demo' }).first().waitFor();
  await expect(viewer.getByRole('button', { name: 'Register a plugin' })).toBeHidden();
  await viewer.goto('/registry/remotes/storefront/versions');
  await viewer.getByRole('button', { name: 'Actions of 1.1.0' }).click();
  await expect(viewer.getByRole('menuitem')).toHaveText(['Compare']);
  await viewer.keyboard.press('Escape');
  await expectAccessible(viewer);
  const attempts = [
    ['POST', 'rollback', {}],
    ['PUT', 'channels/stable', { version: '1.1.0' }],
    ['POST', 'versions', { url: 'http://127.0.0.1:1/' }],
  ] as const;
  for (const [method, path, data] of attempts) {
    const answer = await viewer.request.fetch(`/api/registry/remotes/storefront/${path}`, { method, headers, data });
    expect(answer.status(), `${method} ${path}`).toBe(403);
  }

  const { body } = await registry.call('GET', '/audit?remote=foreign');
  expect((body as { entries: object[] }).entries[0]).toMatchObject({ actor: 'user:default/mei.tanaka', action: 'channel.rollback', outcome: 'refused' });
});
