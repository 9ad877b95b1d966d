/** Runs at start or stop. */
export type LifecycleHook = () => Promise<void> | void;

/** Hooks of a plugin (`lifecycle`) or of the process (`rootLifecycle`). A hook that throws is logged, nothing more. */
export interface LifecycleService {
  /** After the plugin's `init`; for the process, after all plugins. */
  addStartupHook(hook: LifecycleHook): void;
  /** At stop, after the last request has been answered, all hooks at once, at most 2 s. Plugin hooks run before root hooks. */
  addShutdownHook(hook: LifecycleHook): void;
}

/** As `LifecycleService`, for the whole process. */
export interface RootLifecycleService extends LifecycleService {
  /** At the very beginning of a stop, while requests are still answered: end streams here. */
  addBeforeShutdownHook(hook: LifecycleHook): void;
}
