/** How many tests of a stage passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of tests that failed and then passed when they were run once more; they are among the passed ones. */
  readonly unsteady: readonly string[];
}

/** A stage that is one check, and holds. */
export const passed: Counts = { passed: 1, failed: 0, skipped: 0, unsteady: [] };
/** A stage that is one check, and doesn't hold. */
export const failed: Counts = { passed: 0, failed: 1, skipped: 0, unsteady: [] };

/** More than these in one stage are no accident of a busy machine. */
const mostUnsteady = 3;

/** The sum of several stages. */
export function add(left: Counts, right: Counts): Counts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
    unsteady: [...left.unsteady, ...right.unsteady],
  };
}

/** What counts after all: a runner that fails without a failed test (a file that doesn't load) and too many unsteady ones are failures. */
export function judged(counts: Counts, exitCode: number): Counts {
  if (counts.unsteady.length > mostUnsteady) return { ...counts, failed: counts.failed + counts.unsteady.length };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
