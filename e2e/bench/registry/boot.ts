import type { Browser } from '@playwright/test';
import type { RunningPortal } from '../../setup/portal.ts';

/** Runs in the page: notes when the frame, its navigation and the heading of the page are painted for the first time. */
function noteUsable(): void {
  const isUsable = () => document.querySelector('nav[aria-label="Main"] a') && document.querySelector('main h1');
  const observer = new MutationObserver(() => {
    if (!isUsable()) return;
    observer.disconnect();
    // A task after the frame's own callbacks: by then it is painted.
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usableAfter: performance.now() })));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the navigation to a page of a small remote until it is there, signed in, with an empty cache. */
export async function measureBoot(browser: Browser, { url }: RunningPortal, path: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.request.get(`${url}/api/auth/session`);
  const page = await context.newPage();
  await page.addInitScript(noteUsable);
  await page.goto(url + path);
  const after = await page.waitForFunction(() => (window as { usableAfter?: number }).usableAfter);
  const milliseconds = (await after.jsonValue()) ?? Number.NaN;
  await context.close();
  return milliseconds;
}

/** Measures portals in turn, so that what else the machine does meets all of them alike. */
export async function measureBoots(browser: Browser, portals: readonly RunningPortal[], runs: number, path: string): Promise<number[][]> {
  const figures: number[][] = portals.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, portal] of portals.entries()) figures[index]?.push(await measureBoot(browser, portal, path));
  }
  return figures;
}
