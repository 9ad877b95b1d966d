import { defineConfig } from '@playwright/test';
import { onStack } from './setup/portal.ts';
import { chromiumFlags, findChromium } from './setup/tools/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.journey.ts',
  // Starts are about a single process, the end of a replica about several.
  testIgnore: onStack ? '**/start/**' : '**/stack/**',
  outputDir: '../test-results',
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['PORTICO_JOURNEY_REPORT'] ? [['line'], ['json', { outputFile: process.env['PORTICO_JOURNEY_REPORT'] }]] : [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
  },
});
