import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { root, startPortal } from '../setup/portal.ts';
import { chromiumFlags, ensureChromium } from '../setup/tools/chromium.ts';
import { fileNameOf, pictures } from './pictures.ts';
import type { Picture } from './pictures.ts';
import { playSituation } from './play-situation.ts';

const shown = path.join(root, 'e2e/screenshots');
const all = path.join(root, 'test-results/screenshots');

async function take(browser: Browser, url: string, picture: Picture): Promise<string> {
  const { address, theme, width, situation, press, inReadme } = picture;
  const context = await browser.newContext({ viewport: { width, height: width < 600 ? 844 : 800 }, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'portico-theme', value: theme, url }]);
  const page = await context.newPage();
  await playSituation(page, situation);
  await page.goto(url + address);
  await (situation === 'loading' ? page.locator('main [aria-busy="true"]') : page.getByRole('heading', { level: 1 })).first().waitFor();
  // What stays on its way is never idle.
  await page.waitForLoadState('networkidle', { timeout: 2_000 }).catch(() => undefined);
  // What failed has been asked for anew a few times by then.
  if (situation === 'failed') await page.getByRole('button', { name: 'Try again' }).first().waitFor();
  if (press) await page.getByRole('button', { name: press }).click();
  if (press) await page.waitForLoadState('networkidle');
  const file = path.join(inReadme ? shown : all, `${fileNameOf(picture)}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return file;
}

const [only = ''] = process.argv.slice(2);
fs.mkdirSync(all, { recursive: true });
const portal = await startPortal();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
for (const picture of pictures().filter(one => fileNameOf(one).includes(only))) {
  const file = await take(browser, portal.url, picture);
  process.stdout.write(`${path.relative(root, file)} ${Math.round(fs.statSync(file).size / 1000)} kB\n`);
}
await browser.close();
await portal.stop();
