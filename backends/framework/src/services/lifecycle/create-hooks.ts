import { createError, frameworkErrors, messageOf } from '@portico/errors';
import { boundToScope } from '../../wiring/plugin-scope.ts';
import type { LoggerService } from '../logger/logger-service.ts';
import type { LifecycleHook } from './lifecycle-service.ts';

/** Hooks that are waiting for their moment. */
export interface Hooks {
  /** Returns the function that takes the hook back and runs it at once, unless its moment has come before. */
  add(hook: LifecycleHook): () => Promise<void>;
  /** Runs all hooks at once; returns when all have ended or the time is up. Faults are logged. */
  run(limitMs?: number): Promise<void>;
}

/** Rejects with FRAMEWORK_HOOK_TIMED_OUT when `work` takes longer than `limitMs`. The work itself cannot be stopped. */
export async function withTimeLimit<T>(work: Promise<T>, limitMs: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(createError(frameworkErrors.HOOK_TIMED_OUT, { what, limitMs })), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** `name` tells in the log which hooks these are. A hook that is added after its moment runs at once. */
export function createHooks(name: string, logger: LoggerService): Hooks {
  const hooks = new Set<{ readonly hook: LifecycleHook }>();
  let hasRun = false;

  async function runOne(hook: LifecycleHook, limitMs?: number): Promise<void> {
    try {
      const work = Promise.resolve().then(hook);
      await (limitMs === undefined ? work : withTimeLimit(work, limitMs, `a ${name} hook`));
    } catch (thrown) {
      logger.error(`A ${name} hook failed: ${messageOf(thrown)}`, thrown instanceof Error ? thrown : {});
    }
  }

  return {
    add(given) {
      const hook = boundToScope(given);
      const entry = { hook };
      if (hasRun) void runOne(hook);
      else hooks.add(entry);
      return async () => {
        if (hooks.delete(entry)) await runOne(hook);
      };
    },
    async run(limitMs) {
      hasRun = true;
      const due = [...hooks];
      hooks.clear();
      await Promise.all(due.map(({ hook }) => runOne(hook, limitMs)));
    },
  };
}
