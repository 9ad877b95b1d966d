import fs from 'node:fs';
import { chromium } from '@playwright/test';
import { createError, startErrors } from '@portico/errors';
import { installPackages, mayInstall } from './debian.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Flags under which Chromium runs without a display and asks nothing of the network but what a test asks of it. */
export const chromiumFlags = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** The path of a Chromium on this machine: `PORTICO_CHROMIUM`, the usual places, then Playwright's own. */
export function findChromium(): string | undefined {
  const named = process.env['PORTICO_CHROMIUM'];
  const places = named ? [named] : [...usualPlaces, chromium.executablePath()];
  return places.find(place => place !== '' && fs.existsSync(place));
}

/** Makes sure of a Chromium: installs Debian's where it may, else says what to install. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (mayInstall()) installPackages(['chromium']);
  const installed = findChromium();
  if (installed) return installed;
  throw createError(startErrors.TOOL_MISSING, {
    tool: 'a Chromium browser',
    places: usualPlaces.join(', '),
    install: '`npx playwright install chromium`, or `apt-get install chromium` on Debian',
    variable: 'PORTICO_CHROMIUM',
  });
}
