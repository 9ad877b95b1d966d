import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { recordTraffic } from '../../fixtures/traffic.ts';
import { CatalogPage } from '../../pages/catalog-page.ts';
import { ShellPage } from '../../pages/shell-page.ts';
import { startPortal } from '../../setup/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';
import { chromiumFlags, ensureChromium } from '../../setup/tools/chromium.ts';
import { median, printTable } from '../measure.ts';
import { generateCatalog } from './generated-catalog.ts';

const rounds = 9;
const entities = 30_000;

interface Load {
  readonly tableMs: number;
  /** From the click, as the page sees it, until the frame with the rows. */
  readonly switchMs: number;
  /** The same from outside: with what the browser's driver takes to click and to look. */
  readonly drivenSwitchMs: number;
  readonly heapMb: number;
  readonly scriptKb: number;
  readonly requests: number;
}

/** A browser without a cache that is signed in already. */
async function signedIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.request.get(`${url}/api/auth/session`);
  return context.newPage();
}

async function heapMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function load(browser: Browser, { url }: RunningPortal): Promise<Load> {
  const page = await signedIn(browser, url);
  const traffic = recordTraffic(page);
  const catalog = new CatalogPage(page);
  const shell = new ShellPage(page);
  const started = performance.now();
  await page.goto(`${url}/catalog`);
  await catalog.rows.first().waitFor();
  const tableMs = performance.now() - started;
  const scriptKb = (await traffic.scriptBytes()) / 1000;
  const requests = traffic.paths.length;
  const heap = await heapMb(page);
  await shell.entry('Tech Radar').click();
  await page.getByTestId('radar-plot').waitFor();
  const shown = await page.evaluateHandle(watchSwitch);
  const left = performance.now();
  await shell.entry('Catalog').click();
  await catalog.rows.first().waitFor();
  const drivenSwitchMs = performance.now() - left;
  const switchMs = await shown.evaluate(({ milliseconds }) => milliseconds);
  await page.context().close();
  return { tableMs, switchMs, drivenSwitchMs, heapMb: heap, scriptKb, requests };
}

/** Runs in the page: measures from the next click until the frame after the first row is drawn. */
function watchSwitch(): { milliseconds: Promise<number> } {
  const clicked = new Promise<number>(resolve => document.addEventListener('click', event => resolve(event.timeStamp), { capture: true, once: true }));
  const rows = new Promise<number>(resolve => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('tbody tr[data-index]')) return;
      observer.disconnect();
      // A task after the frame's own callbacks: by then it is painted.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return { milliseconds: Promise.all([clicked, rows]).then(([from, to]) => to - from) };
}

async function until(seconds: number, isDone: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline && !(await isDone())) await new Promise(resolve => setTimeout(resolve, 500));
}

/** Milliseconds of every task over 50 ms while the list is scrolled from top to bottom and back. */
async function longTasks(browser: Browser, portal: RunningPortal): Promise<readonly number[]> {
  const page = await signedIn(browser, portal.url);
  await page.goto(`${portal.url}/catalog`);
  await new CatalogPage(page).rows.first().waitFor();
  await page.evaluate(() => {
    const found: number[] = [];
    Object.assign(window, { longTasks: found });
    new PerformanceObserver(list => found.push(...list.getEntries().map(entry => entry.duration))).observe({ type: 'longtask' });
  });
  await page.mouse.move(700, 500);
  for (const step of [...Array<number>(60).fill(1500), ...Array<number>(60).fill(-1500)]) {
    await page.mouse.wheel(0, step);
    await page.waitForTimeout(30);
  }
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
  await page.context().close();
  return tasks;
}

/** Cold load to the catalog table, route switch until rows show, heap, and long tasks in a list of 30,000 rows. */
export async function benchUi(): Promise<void> {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  const examples = await startPortal();
  const loads: Load[] = [];
  for (let round = 0; round < rounds; round += 1) loads.push(await load(browser, examples));
  await examples.stop();

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-bench-catalog-'));
  const glob = generateCatalog(folder, entities);
  const large = await startPortal({ config: `catalog:\n  locations:\n    - type: file\n      target: ${glob}\n` });
  const headers = { authorization: `Bearer ${large.developmentToken()}` };
  const count = async (): Promise<number> => {
    const answer = await fetch(`${large.url}/api/catalog/entities/by-query?limit=0&filter=kind=component`, { headers });
    return ((await answer.json()) as { totalItems: number }).totalItems;
  };
  await until(300, async () => (await count()) >= entities);
  process.stdout.write(`${await count()} components read\n`);
  const tasks = await longTasks(browser, large);
  await large.stop();
  await browser.close();
  fs.rmSync(folder, { recursive: true, force: true });

  const row = (name: string, of: (one: Load) => number, digits = 0): string[] => [
    name,
    median(loads.map(of)).toFixed(digits),
    Math.max(...loads.map(of)).toFixed(digits),
  ];
  process.stdout.write(`\nMedians of ${rounds}, signed in, empty cache, ${os.cpus().length} cores\n`);
  printTable([
    ['figure', 'median', 'worst'],
    row('cold load to the catalog table, ms', one => one.tableMs),
    row('route switch, click until rows are painted, ms', one => one.switchMs),
    row('the same with what the driver takes to click and look, ms', one => one.drivenSwitchMs),
    row('heap after load, MB', one => one.heapMb, 1),
    row('JavaScript until the table shows, kB gzip', one => one.scriptKb),
    row('requests until the table shows', one => one.requests),
    ['long tasks over 50 ms while scrolling', tasks.length, Math.max(0, ...tasks).toFixed(0)],
  ]);
}
