import type { LoadRow } from '../store/load-store.ts';

/** When a version has used up its errors. */
export interface ErrorBudget {
  readonly windowMinutes: number;
  /** Distinct users who met an error. */
  readonly users: number;
  readonly loads: number;
  /** Errors for each load, 0 to 1. */
  readonly errorRate: number;
}

/** How a version fared in a set of reports. */
export interface Tally {
  readonly loads: number;
  readonly errors: number;
  /** Users who met an error. */
  readonly failingUsers: number;
  /** Errors for each load; 0 without loads. */
  readonly errorRate: number;
}

/** Counts reports; those of overrides and chaos switches are left out. */
export function tally(rows: readonly LoadRow[]): Tally {
  const counted = rows.filter(({ because }) => because !== 'override' && because !== 'chaos');
  const loads = counted.filter(({ outcome }) => outcome !== 'render-error').length;
  const errors = counted.filter(({ outcome }) => outcome !== 'loaded');
  return {
    loads,
    errors: errors.length,
    failingUsers: new Set(errors.map(({ userHash }) => userHash)).size,
    errorRate: loads === 0 ? 0 : errors.length / loads,
  };
}

/** Whether a version fares so badly that it is taken back: enough users, enough loads, too many errors, more than the version before. */
export function isUsedUp(budget: ErrorBudget, now: Tally, before: Tally | undefined): boolean {
  const isProven = now.failingUsers >= budget.users && now.loads >= budget.loads;
  return isProven && now.errorRate > budget.errorRate && now.errorRate > (before?.errorRate ?? 0);
}
