import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPortal, root } from '../../setup/portal.ts';
import { chromiumFlags, ensureChromium } from '../../setup/tools/chromium.ts';
import { median, printTable } from '../measure.ts';

const rounds = 5;
const addresses = ['/', '/catalog', '/catalog/default/component/account-service', '/tech-radar'];
const categories = ['performance', 'accessibility', 'best-practices'] as const;

/** What the score of performance is mostly made of, in milliseconds. */
const timings = ['largest-contentful-paint', 'total-blocking-time'] as const;

type Scores = Readonly<Record<(typeof categories)[number] | (typeof timings)[number], number>>;

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/** One audit in a process of its own: two in one process disturb each other. */
async function audit(url: string, cookie: string): Promise<Scores> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-lighthouse-'));
  const output = path.join(folder, 'report.json');
  const args = [
    'node_modules/lighthouse/cli/index.js', url, '--quiet', '--preset=desktop', '--output=json', `--output-path=${output}`,
    `--only-categories=${categories.join(',')}`, `--chrome-flags=${chromiumFlags.join(' ')}`,
    `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
  ];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', CHROME_PATH: ensureChromium() } });
  await new Promise(resolve => child.on('exit', resolve));
  const report = JSON.parse(fs.readFileSync(output, 'utf8')) as Report;
  fs.rmSync(folder, { recursive: true, force: true });
  return Object.fromEntries([
    ...categories.map(id => [id, (report.categories[id]?.score ?? 0) * 100]),
    ...timings.map(id => [id, report.audits[id]?.numericValue ?? Number.NaN]),
  ]) as Scores;
}

/** Lighthouse's desktop scores of the main pages, signed in, medians of 5. */
export async function benchLighthouse(): Promise<void> {
  const portal = await startPortal();
  const session = await fetch(`${portal.url}/api/auth/session`);
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const columns = [...categories, ...timings];
  const rows: (string | number)[][] = [['page', ...categories, 'largest paint, ms', 'blocked, ms']];
  for (const address of addresses) {
    const scores: Scores[] = [];
    for (let round = 0; round < rounds; round += 1) scores.push(await audit(portal.url + address, cookie));
    rows.push([address, ...columns.map(column => median(scores.map(one => one[column])).toFixed(0))]);
    process.stdout.write(`${rows.at(-1)?.join('  ')}\n`);
  }
  await portal.stop();
  process.stdout.write(`\nDesktop, medians of ${rounds}, ${os.cpus().length} cores with a load of ${os.loadavg()[0]?.toFixed(1)}\n`);
  printTable(rows);
}
