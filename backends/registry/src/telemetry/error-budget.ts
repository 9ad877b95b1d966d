import type { UserLoads } from '../store/load-store.ts';

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
  /** Errors for each load; 0 without loads. What one user sent counts up to a share. */
  readonly errorRate: number;
}

/**
 * Counts reports. Of each user no more than the share of the loads that is one user's when as few are there as the budget asks
 * for: nobody makes a version look bad, or good, by sending much.
 */
export function tally(users: readonly UserLoads[], { users: fewest, loads: least }: Pick<ErrorBudget, 'users' | 'loads'>): Tally {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const weights = users.map(({ loads, errors }) => Math.min(1, least / fewest / Math.max(loads, errors)));
  const weighed = (count: (user: UserLoads) => number): number => sum(users.map((user, index) => count(user) * (weights[index] ?? 0)));
  const loads = weighed(user => user.loads);
  return {
    loads: sum(users.map(user => user.loads)),
    errors: sum(users.map(user => user.errors)),
    failingUsers: users.filter(({ errors }) => errors > 0).length,
    errorRate: loads === 0 ? 0 : weighed(user => user.errors) / loads,
  };
}

/** Whether a version fares so badly that it is taken back: enough users, enough loads, too many errors, more than the version before. */
export function isUsedUp(budget: ErrorBudget, now: Tally, before: Tally | undefined): boolean {
  const isProven = now.failingUsers >= budget.users && now.loads >= budget.loads;
  return isProven && now.errorRate > budget.errorRate && now.errorRate > (before?.errorRate ?? 0);
}
