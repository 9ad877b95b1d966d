import type { Page, Request } from '@playwright/test';

/** Streams stay open for as long as the page does. */
const isStream = (request: Request): boolean => request.url().includes('/api/events');

/** Milliseconds without a request after which a page has all that it asks for, and how long it is waited for at most. */
const quiet = 250;
const longest = 3_000;

/** Follows what a page asks for, from before it is opened. Returns how to wait until it asks for nothing any more. */
export function watchTraffic(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let changedAt = Date.now();
  const onEnd = (request: Request) => {
    open.delete(request);
    changedAt = Date.now();
  };
  page.on('request', request => {
    if (!isStream(request)) open.add(request);
    changedAt = Date.now();
  });
  page.on('requestfinished', onEnd);
  page.on('requestfailed', onEnd);
  return async () => {
    const from = Date.now();
    // What is never answered is not waited for.
    while (Date.now() - from < longest && (open.size > 0 || Date.now() - changedAt < quiet)) await page.waitForTimeout(50);
  };
}
