import { defineConfig } from '@playwright/test';
import { onStack } from './setup/portal.ts';
import { chromiumFlags, findChromium } from './setup/tools/chromium.ts';

const executablePath = findChromium();
const report = process.env['PORTICO_JOURNEY_REPORT'];

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  // Starts are about a single process, the end of a replica about several.
  testIgnore: `**/journeys/${onStack ? 'start' : 'stack'}/**`,
  outputDir: '../test-results/journeys',
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  // `npm test` names the journeys that needed a second try.
  retries: report ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: report ? [['line'], ['json', { outputFile: report }]] : [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    // Pictures of each moment would cost a quarter of the time of a journey, the page after each step some of it; `npm test` does without.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: !report },
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
