import { currentScope, releaseWithRun } from '../../wiring/plugin-scope.ts';
import type { LoggerService } from '../logger/logger-service.ts';
import { createHooks } from './create-hooks.ts';
import type { Hooks } from './create-hooks.ts';
import type { RootLifecycleService } from './lifecycle-service.ts';

/** Hooks of the process by their moment. */
export interface RootHooks {
  readonly startup: Hooks;
  readonly beforeShutdown: Hooks;
  readonly shutdown: Hooks;
}

/** Begins without hooks. */
export function createRootHooks(logger: LoggerService): RootHooks {
  return {
    startup: createHooks('root startup', logger),
    beforeShutdown: createHooks('before-shutdown', logger),
    shutdown: createHooks('root shutdown', logger),
  };
}

/** A hook that a plugin adds for the end of the process also runs when that start of the plugin fails. */
export function createRootLifecycle(hooks: RootHooks): RootLifecycleService {
  return {
    addStartupHook(hook) {
      const run = currentScope()?.run;
      hooks.startup.add(() => (run?.released ? undefined : hook()));
    },
    addBeforeShutdownHook: hook => releaseWithRun(hooks.beforeShutdown.add(hook)),
    addShutdownHook: hook => releaseWithRun(hooks.shutdown.add(hook)),
  };
}
