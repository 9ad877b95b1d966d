import type { LoadPhase } from './budgets.ts';
import { phaseBudgets } from './budgets.ts';
import { explainFailure, latenessOf } from './explain-failure.ts';
import type { Attempt, FederationRuntime } from './federation.ts';

/** A registered attempt whose phases can be followed. */
export interface LoadAttemptOptions {
  readonly runtime: FederationRuntime;
  readonly attempt: Attempt;
  /** Has `enter` called whenever the runtime reaches the next phase of this attempt. */
  readonly follow: (enter: (phase: LoadPhase) => void) => void;
  /** Told of each phase that begins in time. */
  readonly onPhase: (phase: LoadPhase) => void;
}

/**
 * Fetches the entry, connects it to the shared modules and runs the exposed module. Each phase has its own budget; after
 * it the attempt is given up and whatever it still yields is dropped.
 *
 * @throws any of the ENTRY_, INIT_ and EVALUATE_ errors of the loader
 */
export function loadAttempt({ runtime, attempt, follow, onPhase }: LoadAttemptOptions): Promise<unknown> {
  const { entry, module } = attempt.remote;
  return new Promise((resolve, reject) => {
    let phase: LoadPhase = 'entry';
    let timer: ReturnType<typeof setTimeout> | undefined;
    let settled = false;
    const settle = (action: () => void) => {
      clearTimeout(timer);
      if (!settled) action();
      settled = true;
    };
    const enter = (next: LoadPhase) => {
      if (settled) return;
      phase = next;
      clearTimeout(timer);
      timer = setTimeout(() => settle(() => reject(latenessOf(next))), phaseBudgets[next]);
      onPhase(next);
    };
    enter('entry');
    follow(enter);
    runtime.loadRemote(attempt.name + module.replace(/^\./, '')).then(
      loaded => settle(() => resolve(loaded)),
      (thrown: unknown) => settle(() => reject(explainFailure(phase, thrown, entry.url))),
    );
  });
}
