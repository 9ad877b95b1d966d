import type { Page } from '@playwright/test';
import type { Situation } from './pictures.ts';

/** What the pages live on: the data of the catalog, and the code of the radar, whose data come with it. */
const data = /\/api\/catalog\/|\/remotes\/tech-radar\//;

const broken = { status: 503, json: { error: { name: 'ServiceUnavailableError', code: 'CATALOG_DOWN', message: 'The database of the catalog does not answer.', fix: 'Try again in a moment.' } } };
const refused = { status: 401, json: { error: { name: 'AuthenticationError', code: 'AUTH_REQUIRED', message: 'Signed out', fix: 'Sign in' } } };

/** Plays a condition on the wire, before the page is opened. */
export async function playSituation(page: Page, situation: Situation): Promise<void> {
  // Never answered: what is asked for stays on its way.
  if (situation === 'loading') await page.route(data, () => undefined);
  if (situation === 'failed') await page.route(data, route => route.fulfill(broken));
  if (situation === 'signed-out') await page.route('**/api/auth/session', route => route.fulfill(refused));
}
