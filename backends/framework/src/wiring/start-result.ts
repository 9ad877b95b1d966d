import type { PluginView } from './plugin-view.ts';

/** How the start of a plugin and of its modules went. */
export type PluginStartResult = PluginView;

/** How the start went. */
export interface StartResult {
  readonly port: number;
  /** Where the portal is reached on this machine. */
  readonly url: string;
  /** Milliseconds from `start()` to its end. */
  readonly startMs: number;
  readonly plugins: Readonly<Record<string, PluginStartResult>>;
}
