import os from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../../setup/tools/chromium.ts';
import { median, printTable } from '../measure.ts';
import { measureBoots } from './boot.ts';
import { startFilledPortal } from './fill-registry.ts';
import { measureLiveSessions } from './live-sessions.ts';
import { realisticRemote } from './realistic-remote.ts';
import { measureSnapshot } from './snapshot-figures.ts';
import { slopeOf } from './slope.ts';
import { measureSwitches } from './version-switches.ts';

const tabs = 3;
const clients = 47;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

async function live(browser: Browser, rounds: number): Promise<void> {
  const figures = await measureLiveSessions(browser, { tabs, clients, rounds });
  const row = (name: string, values: readonly number[]): string[] => [name, median(values).toFixed(2), Math.max(...values).toFixed(2)];
  print(`\n${tabs} tabs and ${clients} protocol clients, ${rounds} rounds, seconds`);
  printTable([
    ['figure', 'median', 'worst'],
    row('publish and promote until visible, tabs that show another page', figures.visibleTabs),
    row('publish and promote until known, protocol clients', figures.visibleClients),
    row('rollback until healed, tabs that show the remote', figures.healedTabs),
    row('rollback until known, protocol clients', figures.healedClients),
  ]);
}

async function boot(browser: Browser, { sizes, runs, seconds }: { sizes: readonly number[]; runs: number; seconds: number }): Promise<void> {
  const portals = [];
  for (const size of sizes) {
    const began = performance.now();
    portals.push(await startFilledPortal(size));
    print(`${size} remotes registered after ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  const path = `/${realisticRemote(0, '').id}`;
  // What the portal makes once for everybody is made before.
  await measureBoots(browser, portals, 1, path);
  const boots = await measureBoots(browser, portals, runs, path);
  const least = median(boots[0] ?? []);
  print(`\nNavigation until the shell is usable, ms, medians of ${runs}, interleaved, signed in, empty cache`);
  printTable([
    ['registered remotes', 'median', 'worst', 'of the first'],
    ...boots.map((values, index) => [
      sizes[index] ?? '',
      median(values).toFixed(0),
      Math.max(...values).toFixed(0),
      `${((median(values) / least) * 100).toFixed(1)} %`,
    ]),
  ]);
  const rows = [];
  for (const portal of portals) {
    const { remotes, withFallback, gzipBytes, wholePerSecond, unchangedPerSecond } = await measureSnapshot(portal, seconds);
    rows.push([remotes, withFallback, gzipBytes, (gzipBytes / remotes).toFixed(1), wholePerSecond.toFixed(0), unchangedPerSecond.toFixed(0)]);
    await portal.stop();
  }
  print('\nSnapshot; requests over 10 connections');
  printTable([['remotes', 'with a fallback', 'gzip bytes', 'for each remote', 'whole, 1/s', 'not modified, 1/s'], ...rows]);
}

async function heap(browser: Browser, from: number, to: number): Promise<void> {
  const samples = await measureSwitches(browser, from, to);
  print(`\nHeap of one page over versions of one remote, after forced collection: ${slopeOf(samples).toFixed(1)} kB for each switch`);
  printTable([['switches', 'kB'], ...samples.map(({ switches, kilobytes }) => [switches, kilobytes.toFixed(0)])]);
}

/** How fast changes reach sessions, what many remotes cost, and what is left of versions that are not shown any more. */
export async function benchRegistry(): Promise<void> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: {
      only: { type: 'string', default: 'live,boot,heap' },
      rounds: { type: 'string', default: '10' },
      runs: { type: 'string', default: '15' },
      sizes: { type: 'string', default: '5,100,1000' },
      seconds: { type: 'string', default: '5' },
      'heap-from': { type: 'string', default: '20' },
      switches: { type: 'string', default: '100' },
    },
  });
  const wanted = values.only.split(',');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  print(`${os.cpus().length} cores, Chromium ${browser.version()}`);
  if (wanted.includes('live')) await live(browser, Number(values.rounds));
  if (wanted.includes('boot')) {
    const sizes = values.sizes.split(',').map(Number);
    await boot(browser, { sizes, runs: Number(values.runs), seconds: Number(values.seconds) });
  }
  if (wanted.includes('heap')) await heap(browser, Number(values['heap-from']), Number(values.switches));
  await browser.close();
}
