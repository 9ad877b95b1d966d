import type { BrowserContext, Page } from '@playwright/test';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { onStack } from '../../setup/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';

const tabs = 8;

test.use({ portalOptions: { config: 'backend:\n  metrics:\n    enabled: true\n' } });

/** Streams of events that the portal has open at the moment. On the production topology the front door keeps such figures to itself. */
async function openStreams({ url }: RunningPortal): Promise<number> {
  if (onStack) return 1;
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^portico_events_streams_open(?:\{.*\})? (\d+)$/m.exec(text)?.[1]);
}

/** The tab that opened the newest stream. */
function followLeader(context: BrowserContext): () => Page | undefined {
  let leader: Page | undefined;
  context.on('request', request => {
    if (new URL(request.url()).pathname === '/api/events') leader = request.frame().page();
  });
  return () => leader;
}

test('eight tabs of a browser share one stream, also after the tab that held it hung or was closed', async ({ context, page, portal }) => {
  // Eight tabs on a busy machine.
  test.setTimeout(180_000);
  const registry = registryOf(portal);
  const leader = followLeader(context);
  const pages = [page];
  while (pages.length < tabs) pages.push(await context.newPage());
  const entry = (tab: Page) => tab.getByRole('navigation', { name: 'Main' }).locator('a[href="/shared"]');
  const publish = async (version: string): Promise<void> => {
    expect(await registry.publish({ id: 'shared', version, navigationTitle: `Shared ${version}` }, 'stable')).toBe(201);
  };
  const seen = async (version: string, by: readonly Page[]): Promise<void> => {
    for (const tab of by) await expect(entry(tab)).toContainText(`Shared ${version}`);
  };
  const oneStream = () => expect.poll(() => openStreams(portal)).toBe(1);

  for (const tab of pages) await tab.goto('/settings');
  for (const tab of pages) await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(leader).toBeDefined();
  await oneStream();
  await publish('1.0.0');
  await seen('1.0.0', pages);
  await oneStream();

  const hung = leader() as Page;
  const debugging = await context.newCDPSession(hung);
  await debugging.send('Debugger.enable');
  const paused = new Promise(resolve => debugging.once('Debugger.paused', resolve));
  await debugging.send('Debugger.pause');
  await paused;
  await expect.poll(leader).not.toBe(hung);
  await publish('1.1.0');
  await seen('1.1.0', pages.filter(tab => tab !== hung));
  await debugging.send('Debugger.resume');
  await debugging.detach();
  await seen('1.1.0', [hung]);
  await oneStream();

  const closed = leader() as Page;
  const left = pages.filter(tab => tab !== closed);
  await closed.close();
  await expect.poll(leader).not.toBe(closed);
  await oneStream();
  await publish('1.2.0');
  await seen('1.2.0', left);
});
