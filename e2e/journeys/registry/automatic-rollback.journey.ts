import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

// Everybody who reaches this portal is one development user.
test.use({
  portalOptions: { config: 'registry:\n  errorBudget:\n    users: 1\n    loads: 1\n' },
  expectedConsole: { messages: [/The demo cannot be (imported|rendered)/] },
});

test('a version that throws when it is shown is taken back by itself, and the page heals', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ version: '1.0.0' });
  await registry.publish({ version: '1.1.0', behaviour: 'throws-in-render' }, 'stable');
  await page.goto('/demo');
  await expect(shell.failure('Demo')).toContainText('LOADER_RENDER_FAILED');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
  const { body } = await registry.call('GET', '/audit?action=channel.auto-rollback');
  expect((body as { entries: { remote: string }[] }).entries).toMatchObject([{ remote: 'demo', actor: 'service:registry' }]);
});

test('a version that cannot be loaded is replaced by the last good one in this browser, with a note', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  await registry.publish({ id: 'spare', version: '1.0.0' });
  await registry.publish({ id: 'spare', version: '1.1.0', behaviour: 'throws-at-import' }, 'stable');
  await page.goto('/spare');
  await expect(shell.heading).toHaveText('Demo 1.0.0');
});
