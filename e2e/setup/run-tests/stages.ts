import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureTools } from '../tools/ensure-tools.ts';
import { root } from '../portal.ts';
import type { Counts } from './counts.ts';
import { failed, passed } from './counts.ts';
import { countJest, countJestTwice, failedFiles } from './jest-report.ts';
import { countJourneys } from './journeys-report.ts';

/** What one stage of `npm test` needs and yields. */
export interface Stage {
  readonly title: string;
  /** Titles of stages without which this one would only repeat their failure. */
  readonly needs?: readonly string[];
  run(): Promise<Counts>;
}

/** More failed files than these are not run again: something is wrong. */
const mostFilesAgain = 3;

const reports = path.join(root, 'test-results', 'reports');

function command(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('exit', code => resolve(code ?? 1));
  });
}

async function check(program: string, ...args: string[]): Promise<Counts> {
  return (await command(program, args)) === 0 ? passed : failed;
}

function node(...args: string[]): Promise<Counts> {
  return check(process.execPath, '--conditions=@portico/source', ...args);
}

function jest(file: string, ...args: string[]): Promise<number> {
  const options = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`];
  return command(process.execPath, [...options, ...args]);
}

function report(name: string): string {
  fs.mkdirSync(reports, { recursive: true });
  const file = path.join(reports, name);
  fs.rmSync(file, { force: true });
  return file;
}

/**
 * The stages of `npm test` in their order; a failing one doesn't keep the others from telling what they found. Those that
 * stand together run at the same time: alone, each would leave a core idle.
 */
export const stages: readonly (Stage | readonly Stage[])[] = [
  {
    title: 'tools',
    async run() {
      for (const line of await ensureTools()) process.stdout.write(`${line}\n`);
      return passed;
    },
  },
  { title: 'types', run: () => check('tsc', '-b') },
  [
    { title: 'lint', run: () => check('eslint', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0') },
    { title: 'build', run: () => node('webpack/cli/src/main.ts', 'build') },
  ],
  { title: 'size budgets', needs: ['build'], run: () => node('e2e/bench/check-budgets.ts') },
  {
    title: 'unit, contract and architecture tests',
    needs: ['tools'],
    async run() {
      const file = report('jest.json');
      const code = await jest(file);
      const again = failedFiles(file);
      if (again.length === 0 || again.length > mostFilesAgain) return countJest(file, code);
      process.stdout.write(`\nOnce more, one after the other: ${again.join(', ')}\n`);
      const second = report('jest-again.json');
      return countJestTwice(file, second, await jest(second, '--runInBand', '--runTestsByPath', ...again));
    },
  },
  {
    title: 'browser journeys',
    needs: ['tools', 'build'],
    async run() {
      const file = report('journeys.json');
      const code = await command('playwright', ['test', '--config', 'e2e/playwright.config.ts'], {
        PORTICO_JOURNEY_REPORT: file,
        NODE_OPTIONS: '--conditions=@portico/source',
      });
      return countJourneys(file, code);
    },
  },
  {
    title: 'browser journeys on the production topology',
    needs: ['tools', 'build'],
    async run() {
      const file = report('stack-journeys.json');
      // The whole set is PORTICO_STACK=1 npm run journeys; these show each way through the front door, and the end of a replica.
      const files = ['journeys/stack/', 'journeys/http/', 'shell/boot', 'catalog/catalog.journey', 'tech-radar/tech-radar.journey'];
      const args = ['test', '--config', 'e2e/playwright.config.ts', '--workers', '1', '--grep-invert', 'accessible', ...files];
      const code = await command('playwright', args, {
        PORTICO_JOURNEY_REPORT: file,
        PORTICO_STACK: '1',
        NODE_OPTIONS: '--conditions=@portico/source',
      });
      return countJourneys(file, code);
    },
  },
];
