import type { Browser, CDPSession, Page } from '@playwright/test';
import { startPortal } from '../../setup/portal.ts';
import { archiveOf, pipelineOf } from './publish.ts';
import type { HeapSample } from './slope.ts';
import { stampVersion } from './stamped-versions.ts';

const id = 'tech-radar';
/** Longer than the shell waits before it takes a version out of the page. */
const releasedAfterMs = 3_000;

async function heapOf(session: CDPSession, page: Page): Promise<number> {
  await page.waitForTimeout(releasedAfterMs);
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1000;
}

/**
 * Opens a page of a remote that the preset built, promotes another version while another page is shown, comes back, and so
 * on in one document. The first samples are at `from` switches: by then every path has been taken.
 */
export async function measureSwitches(browser: Browser, from: number, to: number): Promise<readonly HeapSample[]> {
  const portal = await startPortal();
  const pipeline = pipelineOf(portal);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.request.get(`${portal.url}/api/auth/session`);
  const page = await context.newPage();
  await page.goto(`${portal.url}/${id}`);
  const session = await context.newCDPSession(page);
  const samples: HeapSample[] = [];
  const every = Math.max(1, Math.round((to - from) / 8));
  const link = page.locator(`nav a[href="/${id}"]`);
  await page.getByTestId('radar-plot').waitFor();
  for (let switches = 1; switches <= to; switches += 1) {
    const version = `1.0.${switches}`;
    await pipeline.publish(id, await archiveOf(stampVersion(id, version)));
    await page.locator('nav a[href="/registry"]').click();
    await page.getByTestId('radar-plot').waitFor({ state: 'detached' });
    const taken = page.waitForResponse(response => response.url().endsWith('/api/registry/snapshot') && response.status() === 200);
    await pipeline.promote(id, version);
    await (await taken).finished();
    const loaded = page.waitForResponse(response => response.url().includes(`/remotes/${id}/${version}`) && response.url().endsWith('remoteEntry.js'));
    await link.click();
    await loaded;
    await page.getByTestId('radar-plot').waitFor();
    if (switches >= from && (switches - from) % every === 0) samples.push({ switches, kilobytes: await heapOf(session, page) });
  }
  await context.close();
  await portal.stop();
  return samples;
}
