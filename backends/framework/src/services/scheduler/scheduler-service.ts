/** Work that is done again and again. */
export interface ScheduledTask {
  /** Unique in its plugin. */
  readonly id: string;
  /** From the end of one run to the start of the next. */
  readonly frequencyMs: number;
  /** Until the first run, counted from the end of the plugin's start. Default 0. */
  readonly initialDelayMs?: number;
  /** After this the run's signal is aborted. */
  readonly timeoutMs: number;
  /** Aborts when the time is up or the portal stops. A fault is logged; the next run comes as planned. */
  run(signal: AbortSignal): Promise<void>;
}

/** Runs tasks in this process; runs of one task never overlap. */
export interface SchedulerService {
  scheduleTask(task: ScheduledTask): void;
}
