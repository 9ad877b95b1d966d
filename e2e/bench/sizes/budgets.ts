import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../setup/portal.ts';

/** The budgets of `budgets.json`: bytes after gzip, or counts. */
export type BudgetName = 'shell' | 'remoteEntry' | 'catalogTable' | 'catalogTableRequests';

interface Budget {
  readonly what: string;
  readonly max: number;
}

/** All budgets by name. */
export const budgets = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, '..', 'budgets.json'), 'utf8'),
) as Readonly<Record<BudgetName, Budget>>;

/** One measured size beside its budget. */
export interface Measured {
  readonly subject: string;
  readonly bytes: number;
  readonly max: number;
}

/** Bytes of a file after gzip at level 9, as a server sends it. */
export function gzipBytes(file: string): number {
  return gzipSync(fs.readFileSync(file), { level: 9 }).length;
}

/** The built shell (every script that its page names) and the entry of every built remote. */
export function measureBuild(): readonly Measured[] {
  const shell = path.join(root, 'shell/dist');
  const page = JSON.parse(fs.readFileSync(path.join(shell, 'page.json'), 'utf8')) as { scripts: { path: string }[] };
  const shellBytes = page.scripts.reduce((sum, script) => sum + gzipBytes(path.join(shell, 'assets', script.path)), 0);
  const remotes = fs
    .readdirSync(path.join(root, 'remotes'))
    .filter(id => fs.existsSync(path.join(root, 'remotes', id, 'dist/remoteEntry.js')))
    .map(id => ({
      subject: `entry of ${id}`,
      bytes: gzipBytes(path.join(root, 'remotes', id, 'dist/remoteEntry.js')),
      max: budgets.remoteEntry.max,
    }));
  return [{ subject: 'shell', bytes: shellBytes, max: budgets.shell.max }, ...remotes];
}
