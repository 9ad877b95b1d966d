import type { Page } from '@playwright/test';
import type { Situation } from './subjects.ts';

/** What the pages live on: the data of the catalog and of the registry, and the code of the radar, whose data come with it. */
const data = /\/api\/catalog\/|\/api\/registry\/(remotes|audit)|\/remotes\/tech-radar\//;
const guarded = /\/api\/auth\/session$|\/api\/catalog\//;

const broken = { status: 503, json: { error: { name: 'ServiceUnavailableError', code: 'CATALOG_DOWN', message: 'The database of the catalog does not answer.', fix: 'Try again in a moment.' } } };
const refused = { status: 401, json: { error: { name: 'AuthenticationError', code: 'AUTH_REQUIRED', message: 'Signed out', fix: 'Sign in' } } };

/** Plays a condition on the wire, before the page is opened. */
export async function playSituation(page: Page, situation: Situation): Promise<void> {
  // Never answered: what is asked for stays on its way.
  if (situation === 'loading') await page.route(data, () => undefined);
  if (situation === 'failed') await page.route(data, route => route.fulfill(broken));
  if (situation === 'signed-out') await page.route('**/api/auth/session', route => route.fulfill(refused));
}

/** Ends the session behind a page that is open: what it asks from now on is refused. */
export async function endSession(page: Page): Promise<void> {
  await page.route(guarded, route => route.fulfill(refused));
}
