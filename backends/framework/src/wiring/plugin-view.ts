/** How far a plugin has come. `degraded`: it works, but a module of it does not, or it left a rejection unhandled. */
export type PluginStatus = 'starting' | 'ok' | 'degraded' | 'failed';

/** How a module went. */
export interface ModuleView {
  readonly status: 'ok' | 'failed';
  /** Milliseconds that its `init` took. */
  readonly startMs: number;
  readonly reason?: string;
}

/** A plugin as operators see it. Reasons are one line each, without secrets and stacks. */
export interface PluginView {
  readonly status: PluginStatus;
  /** Milliseconds that the last start took. */
  readonly startMs?: number;
  readonly reason?: string;
  readonly modules: Readonly<Record<string, ModuleView>>;
  /** Starts so far, the present one included. */
  readonly attempts: number;
  /** When it is started again. */
  readonly retryAt?: Date;
  /** Rejections that it left unhandled since the process started. */
  readonly unhandledRejections: number;
  /** For a plugin with a process of its own. */
  readonly process?: { readonly pid?: number; readonly restarts: number };
}

/** Starts one plugin, keeps it running, and stops it. */
export interface PluginRunner {
  readonly pluginId: string;
  /** The first start. Rejects only where the configuration says that nothing may run without the plugin. */
  start(): Promise<void>;
  view(): PluginView;
  /** Starts a plugin again that failed or lacks a module, without waiting for its time. False where nothing is to mend. */
  retry(): Promise<boolean>;
  /** Counts a rejection that the plugin left unhandled. */
  noteRejection(reason: unknown): void;
  /** Ends it; each hook has `limitMs`. */
  stop(limitMs: number): Promise<void>;
}
