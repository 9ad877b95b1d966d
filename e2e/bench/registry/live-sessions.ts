import type { Browser, Page } from '@playwright/test';
import { startPortal } from '../../setup/portal.ts';
import { openProtocolClient } from './protocol-client.ts';
import { archiveOf, pipelineOf } from './publish.ts';
import { filesOf, realisticRemote } from './realistic-remote.ts';

/** Seconds from a call of the pipeline until each session had what it is for. */
export interface LiveFigures {
  /** From the beginning of the upload, with a promotion after it, until the remote's entry in the navigation is the new one. */
  readonly visibleTabs: readonly number[];
  readonly visibleClients: readonly number[];
  /** From the call of the rollback until the page that was shown is that of the version before. */
  readonly healedTabs: readonly number[];
  readonly healedClients: readonly number[];
}

/** How many sessions there are, and how often it is done. */
export interface LiveOptions {
  readonly tabs: number;
  readonly clients: number;
  readonly rounds: number;
}

const number = 7;

/** A tab of a browser of its own. */
async function openTab(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.request.get(`${url}/api/auth/session`);
  const page = await context.newPage();
  await page.goto(`${url}/settings`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** The moment at which a text is in an element of the page, as the page sees it. */
function textAppears(page: Page, selector: string, text: string): Promise<number> {
  return page.evaluate(
    wanted =>
      new Promise<number>(resolve => {
        const isThere = () => [...document.querySelectorAll(wanted.selector)].some(element => element.textContent === wanted.text);
        if (isThere()) return resolve(Date.now());
        const observer = new MutationObserver(() => {
          if (!isThere()) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    { selector, text },
  );
}

/** Publishes, promotes and rolls back, round after round, while tabs and clients watch. */
export async function measureLiveSessions(browser: Browser, { tabs, clients, rounds }: LiveOptions): Promise<LiveFigures> {
  const portal = await startPortal();
  const pipeline = pipelineOf(portal);
  const { id, title } = realisticRemote(number, '');
  const first = await archiveOf(filesOf({ id, title, version: '1.0.0' }, number, true));
  await pipeline.publish(id, first, 'stable');
  const pages = await Promise.all(Array.from({ length: tabs }, () => openTab(browser, portal.url)));
  const sessions = await Promise.all(Array.from({ length: clients }, () => openProtocolClient(portal.url)));
  const figures = { visibleTabs: [] as number[], visibleClients: [] as number[], healedTabs: [] as number[], healedClients: [] as number[] };
  const note = async (into: number[], began: number, moments: Promise<number>[]): Promise<void> => {
    for (const moment of await Promise.all(moments)) into.push((moment - began) / 1000);
  };

  for (let round = 1; round <= rounds; round += 1) {
    const version = `1.${round}.0`;
    const files = filesOf({ id, title, version }, number, true);
    const archive = await archiveOf(files);
    // The tabs don't show the remote's page: a promotion is taken at once.
    const entry = `nav a[href="/${id}"]`;
    const visible = pages.map(page => textAppears(page, entry, `${title} ${version}`));
    const known = sessions.map(session => session.offers(id, version));
    const published = Date.now();
    await pipeline.publish(id, archive);
    await pipeline.promote(id, version);
    await Promise.all([note(figures.visibleTabs, published, visible), note(figures.visibleClients, published, known)]);

    // They show it: a rollback replaces it at once.
    for (const page of pages) await page.locator(entry).click();
    for (const page of pages) await page.getByRole('heading', { level: 1, name: `${title} ${version}` }).waitFor();
    const healed = pages.map(page => textAppears(page, 'h1', `${title} 1.0.0`));
    const healedClients = sessions.map(session => session.offers(id, '1.0.0'));
    const rolledBack = Date.now();
    await pipeline.rollback(id);
    await Promise.all([note(figures.healedTabs, rolledBack, healed), note(figures.healedClients, rolledBack, healedClients)]);
    for (const page of pages) await page.locator('a[href="/catalog"]').first().click();
  }
  sessions.forEach(session => session.close());
  await Promise.all(pages.map(page => page.context().close()));
  await portal.stop();
  return figures;
}
