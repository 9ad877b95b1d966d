import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { catalogIsRead } from '../fixtures/catalog-is-read.ts';
import { registryOf } from '../fixtures/demo-remote.ts';
import { root, startPortal } from '../setup/portal.ts';
import { chromiumFlags, ensureChromium } from '../setup/tools/chromium.ts';
import { fileNameOf, picturesOf, scenes } from './pictures.ts';
import type { Scene } from './pictures.ts';
import { endSession, playSituation } from './play-situation.ts';
import { watchTraffic } from './watch-traffic.ts';

const shown = path.join(root, 'e2e/screenshots');
const all = path.join(root, 'test-results/screenshots');

/** Beside the portal's own remotes: the gallery of components. */
const config = `registry:
  remotes:
${['home', 'catalog', 'tech-radar', 'registry', 'gallery'].map(id => `    - path: remotes/${id}/dist`).join('\n')}
`;

/** What is opened above a page. Its code may come after the press. */
const above = ['[role="dialog"]', '[role="alertdialog"]', '[role="menu"]', 'dialog[open]', '[popover]:popover-open a', 'fieldset:not([hidden])'].join();

/** A list of ten thousand rows is not for a picture. Pixels. */
const mostHeight = 2400;

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** Opens what is to be seen, and takes it in each theme: a theme is nothing but styles. */
async function take(browser: Browser, url: string, scene: Scene): Promise<readonly string[]> {
  const { address, width, situation, press, type } = scene;
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const calm = watchTraffic(page);
  await playSituation(page, situation);
  await page.goto(url + address);
  await (situation === 'loading' ? page.locator('main [aria-busy="true"]') : page.getByRole('heading', { level: 1 })).first().waitFor();
  await calm();
  // The gallery shows what is on its way, too.
  if (situation === 'usual' && !scene.name.startsWith('gallery-')) await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
  // What failed has been asked for anew a few times by then.
  if (situation === 'failed') await page.getByRole('button', { name: 'Try again' }).first().waitFor();
  if (situation === 'session-over') {
    await endSession(page);
    await page.getByRole('searchbox').fill('account');
  }
  if (press !== undefined) await page.getByRole('button', { name: press }).first().click();
  // Some presses open nothing above the page.
  if (press !== undefined) await page.locator(above).first().waitFor({ timeout: 5_000 }).catch(() => undefined);
  if (type !== undefined) {
    await page.keyboard.type(type);
    // Pages are found at once; what plugins find comes after a moment.
    await page.getByText('Searching…').waitFor({ state: 'detached' });
  }
  if (situation === 'session-over') await page.getByRole('dialog', { name: 'You are signed out' }).getByRole('button', { name: /^Continue/ }).waitFor();
  if (press !== undefined) await calm();
  const files: string[] = [];
  for (const picture of picturesOf(scene)) {
    await page.evaluate(theme => document.documentElement.setAttribute('data-theme', theme), picture.theme);
    const file = path.join(picture.inReadme ? shown : all, `${fileNameOf(picture)}.png`);
    files.push(file);
    if (picture.inReadme || press !== undefined || situation === 'session-over') await page.screenshot({ path: file });
    else await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: Math.min(mostHeight, await heightOf(page)) } });
  }
  await context.close();
  return files;
}

const [only = ''] = process.argv.slice(2);
const wanted = new RegExp(only);
fs.mkdirSync(all, { recursive: true });
// The gallery stands in pictures of its own only, so that no other shows what is for development.
const [portal, workshop] = await Promise.all([startPortal(), startPortal({ config })]);
await Promise.all([catalogIsRead(portal), catalogIsRead(workshop)]);
const registry = registryOf(workshop);
for (const version of ['1.0.0', '1.1.0']) await registry.publish({ version }, 'stable');
await registry.publish({ version: '1.2.0' });
await registry.call('PUT', '/remotes/demo/channels/canary', { version: '1.2.0', weight: 25 });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
const queue = scenes().filter(one => picturesOf(one).some(picture => wanted.test(fileNameOf(picture))));

async function takeAll(): Promise<void> {
  for (let scene = queue.shift(); scene; scene = queue.shift()) {
    const { url } = /^(gallery|remote|registry)/.test(scene.name) ? workshop : portal;
    try {
      for (const file of await take(browser, url, scene)) {
        process.stdout.write(`${path.relative(root, file)} ${Math.round(fs.statSync(file).size / 1000)} kB\n`);
      }
    } catch (error) {
      process.stdout.write(`${scene.name}-${scene.width}: ${(error as Error).message.split('\n', 1)[0]}\n`);
      process.exitCode = 1;
    }
  }
}

await Promise.all([takeAll(), takeAll(), takeAll()]);
await browser.close();
await Promise.all([portal.stop(), workshop.stop()]);
