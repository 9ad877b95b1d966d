import { add, failed, judged } from './counts.ts';
import type { Counts } from './counts.ts';
import { readReport } from './read-report.ts';

interface FileResult {
  readonly name: string;
  readonly status: 'passed' | 'failed';
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/** Jest's JSON report, as far as it is read. */
interface JestReport {
  readonly testResults: readonly FileResult[];
}

function countFiles(files: readonly FileResult[]): Counts {
  const statuses = files.flatMap(file => file.assertionResults.map(result => result.status));
  const failures = statuses.filter(status => status === 'failed').length;
  const broken = files.filter(file => file.status === 'failed' && file.assertionResults.every(result => result.status !== 'failed')).length;
  const passes = statuses.filter(status => status === 'passed').length;
  return { passed: passes, failed: failures + broken, skipped: statuses.length - failures - passes, unsteady: [] };
}

/** Files of a Jest report in which something failed. */
export function failedFiles(report: string): string[] {
  const files = readReport<JestReport>(report)?.testResults ?? [];
  return files.filter(file => file.status === 'failed').map(file => file.name);
}

/** Counts from Jest's JSON report. */
export function countJest(report: string, exitCode: number): Counts {
  const read = readReport<JestReport>(report);
  return read ? judged(countFiles(read.testResults), exitCode) : failed;
}

/** Counts of two runs, the second one of the first one's failed files. */
export function countJestTwice(first: string, second: string, secondExitCode: number): Counts {
  const all = readReport<JestReport>(first)?.testResults ?? [];
  const again = readReport<JestReport>(second)?.testResults;
  if (!again) return failed;
  const firstFailures = all.filter(file => file.status === 'failed');
  const stillFailing = new Set(again.filter(file => file.status === 'failed').map(file => file.name));
  const healed = firstFailures.filter(file => !stillFailing.has(file.name));
  const unsteady = healed.flatMap(file => {
    const names = file.assertionResults.filter(result => result.status === 'failed').map(result => result.fullName);
    return names.length > 0 ? names : [file.name];
  });
  const steady = countFiles(all.filter(file => file.status !== 'failed'));
  return judged({ ...add(steady, countFiles(again)), unsteady }, secondExitCode);
}
