import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { root, startPortal } from '../setup/portal.ts';
import { chromiumFlags, ensureChromium } from '../setup/tools/chromium.ts';
import { pictures } from './pictures.ts';
import type { Picture } from './pictures.ts';

const shown = path.join(root, 'e2e/screenshots');
const all = path.join(root, 'test-results/screenshots');

async function take(browser: Browser, url: string, picture: Picture): Promise<string> {
  const { name, address, theme, width, inReadme } = picture;
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url + address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const file = path.join(inReadme ? shown : all, `${name}-${theme}-${width}.png`);
  await page.screenshot({ path: file });
  await context.close();
  return file;
}

fs.mkdirSync(all, { recursive: true });
const portal = await startPortal();
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
for (const picture of pictures()) {
  const file = await take(browser, portal.url, picture);
  process.stdout.write(`${path.relative(root, file)} ${Math.round(fs.statSync(file).size / 1000)} kB\n`);
}
await browser.close();
await portal.stop();
