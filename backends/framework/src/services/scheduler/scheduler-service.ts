import type { Duration, DurationParts } from '@portico/config';

/** When a task runs. */
export type TaskFrequency =
  /** Five fields, or six with seconds, in UTC. */
  | { readonly cron: string }
  /** Only when somebody asks for it. */
  | { readonly trigger: 'manual' }
  /** From the end of one run to the start of the next: `{ minutes: 30 }`. */
  | DurationParts;

/** Work that is done again and again. One of `frequency` and `frequencyMs` is given. */
export interface ScheduledTask {
  /** Unique in its plugin. */
  readonly id: string;
  readonly frequency?: TaskFrequency;
  /** From the end of one run to the start of the next. */
  readonly frequencyMs?: number;
  /** Until the first run, counted from the end of the plugin's start. Default 0; with cron there is none to give. */
  readonly initialDelayMs?: number;
  /** After this the run's signal is aborted. */
  readonly timeoutMs: number;
  /**
   * `global` (default): of all replicas that share a database one runs the task at a time; another one takes over when that
   * one is lost. `local`: every process runs it. With a database of its own, such as SQLite, a process is alone either way.
   */
  readonly scope?: 'global' | 'local';
  /** Aborts when the time is up, the portal stops or another replica has taken over. A fault is logged; the next run comes as planned. */
  run(signal: AbortSignal): Promise<void>;
}

/** When something is done again and again, in the words of Backstage; configurations hold it under `schedule`. */
export interface TaskSchedule {
  readonly frequency: TaskFrequency;
  readonly timeout: Duration;
  readonly initialDelay?: Duration;
  readonly scope?: 'global' | 'local';
}

/** What is done, in the words of Backstage. */
export interface ScheduledFunction {
  /** Unique in its plugin. */
  readonly id: string;
  fn(signal: AbortSignal): Promise<void> | void;
  /** Ends a run that is under way, and there is no further one. */
  readonly signal?: AbortSignal;
}

/** What is done and when. */
export type PlannedFunction = TaskSchedule & ScheduledFunction;

/** A schedule that waits for what is to be done. */
export interface TaskRunner {
  run(task: ScheduledFunction): Promise<void>;
}

/** A task as operators see it. Instants are ISO 8601. */
export interface TaskDescription {
  readonly taskId: string;
  readonly pluginId: string;
  readonly scope: 'global' | 'local';
  readonly settings: { readonly cadence: string; readonly timeoutMs: number };
  /** `running` also while another replica runs it. */
  readonly status: 'idle' | 'running';
  /** Of the next run; absent for one that waits to be asked for. */
  readonly startsAt?: string;
  readonly lastRunEndedAt?: string;
  /** What the last run failed with. */
  readonly lastRunError?: string;
}

/** Runs tasks; runs of one task never overlap. Listed at `/api/<plugin>/.backstage/scheduler/v1/tasks`. */
export interface SchedulerService {
  scheduleTask(task: ScheduledTask | PlannedFunction): void;
  /** For code that is handed a schedule and brings the work itself. */
  createScheduledTaskRunner(schedule: TaskSchedule): TaskRunner;
  /**
   * Runs a task now.
   *
   * @throws FRAMEWORK_TASK_UNKNOWN, FRAMEWORK_TASK_RUNNING
   */
  triggerTask(id: string): Promise<void>;
  /**
   * Aborts a run, on whichever replica it is; the next one comes as planned.
   *
   * @throws FRAMEWORK_TASK_UNKNOWN, FRAMEWORK_TASK_IDLE
   */
  cancelTask(id: string): Promise<void>;
  getScheduledTasks(): Promise<readonly TaskDescription[]>;
}
