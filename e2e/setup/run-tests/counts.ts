import fs from 'node:fs';

/** How many tests of a stage passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A stage that is one check, and holds. */
export const passed: Counts = { passed: 1, failed: 0, skipped: 0 };
/** A stage that is one check, and doesn't hold. */
export const failed: Counts = { passed: 0, failed: 1, skipped: 0 };

/** The sum of several stages. */
export function add(left: Counts, right: Counts): Counts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed, skipped: left.skipped + right.skipped };
}

function read<T>(file: string): T | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : undefined;
}

/** A runner that fails without a failed test (a file that doesn't load, no report) still counts as one failure. */
function atLeastOneFailure(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts from Jest's JSON report. */
export function countJest(file: string, exitCode: number): Counts {
  const report = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }>(file);
  if (!report) return failed;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, exitCode);
}

/** Counts from Playwright's JSON report. */
export function countJourneys(file: string, exitCode: number): Counts {
  const report = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(file);
  if (!report) return failed;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}
