/** What is known of a task between its runs. Instants are milliseconds since 1970. */
export interface TaskState {
  readonly running: boolean;
  readonly startsAt?: number;
  readonly lastRunEndedAt?: number;
  readonly lastRunError?: string;
}

/** Runs one task again and again. */
export interface TaskLoop {
  /** Begins to wait for the first run. */
  start(): Promise<void>;
  /** @throws FRAMEWORK_TASK_RUNNING */
  trigger(): Promise<void>;
  /** @throws FRAMEWORK_TASK_IDLE */
  cancel(): Promise<void>;
  state(): Promise<TaskState>;
  /** Aborts a run and waits for its end. */
  stop(): Promise<void>;
}

/** A run that ends with the loop, or by itself. */
export function followingController(stopping: AbortSignal): { readonly controller: AbortController; end(): void } {
  const controller = new AbortController();
  const follow = () => controller.abort(stopping.reason);
  if (stopping.aborted) follow();
  else stopping.addEventListener('abort', follow, { once: true });
  return { controller, end: () => stopping.removeEventListener('abort', follow) };
}

/** What the signal of a run says that somebody has ended. */
export const cancelled = () => new DOMException('Cancelled', 'AbortError');

// setTimeout knows no longer time.
const longestTimer = 2 ** 31 - 1;

/** A timer for one thing at a time that does not keep the process alive. */
export function createAlarm(ring: () => void): { set(delayMs: number): void; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const set = (delayMs: number): void => {
    clearTimeout(timer);
    const part = Math.min(Math.max(delayMs, 0), longestTimer);
    timer = setTimeout(() => (delayMs > part ? set(delayMs - part) : ring()), part).unref();
  };
  return { set, clear: () => clearTimeout(timer) };
}
