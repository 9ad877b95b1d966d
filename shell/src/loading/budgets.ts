/** What happens to a remote on its way into the page, in this order. */
export type LoadPhase = 'entry' | 'init' | 'evaluate';

/** Milliseconds that each phase may take. A phase that takes longer is given up; what it yields later is dropped. */
export const phaseBudgets: Readonly<Record<LoadPhase, number>> = { entry: 10_000, init: 5_000, evaluate: 5_000 };

/** Milliseconds that the files of one extension (a page, a tab, a card) may take. */
export const extensionBudgetMs = 10_000;
