import { failed, judged } from './counts.ts';
import type { Counts } from './counts.ts';
import { readReport } from './read-report.ts';

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** Playwright's JSON report, as far as it is read. */
interface JourneysReport extends Suite {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

function unsteadyIn({ suites = [], specs = [] }: Suite): string[] {
  const here = specs.filter(spec => spec.tests.some(test => test.status === 'flaky')).map(spec => spec.title);
  return [...here, ...suites.flatMap(unsteadyIn)];
}

/** Counts from Playwright's JSON report. */
export function countJourneys(report: string, exitCode: number): Counts {
  const read = readReport<JourneysReport>(report);
  if (!read) return failed;
  const { expected, unexpected, flaky, skipped } = read.stats;
  return judged({ passed: expected + flaky, failed: unexpected, skipped, unsteady: unsteadyIn(read) }, exitCode);
}
