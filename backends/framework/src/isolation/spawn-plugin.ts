import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** What the process of a plugin is told when it is started. */
export interface PluginProcessOrder {
  readonly pluginId: string;
  /** Where the backend is that started it: the other plugins are reached through it. */
  readonly homeUrl: string;
}

/** Starts the process of a plugin. */
export type SpawnPlugin = (order: PluginProcessOrder, options: { readonly heapMb?: number }) => ChildProcess;

/** Environment variable that makes a process run one plugin for another process. */
const orderVariable = 'PORTICO_PLUGIN_PROCESS';

/** The order in the environment; absent in a process that somebody started by hand. */
export function readOrder(env: NodeJS.ProcessEnv): PluginProcessOrder | undefined {
  const text = env[orderVariable];
  return text ? (JSON.parse(text) as PluginProcessOrder) : undefined;
}

/**
 * Starts the same program again. A group of its own keeps it from the signals of a terminal, which are for the backend; the
 * end of the backend closes the IPC channel, and with it the child ends.
 */
export function createSpawnPlugin(process: NodeJS.Process): SpawnPlugin {
  return (order, { heapMb }) => {
    const heap = heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`];
    return spawn(process.execPath, [...process.execArgv, ...heap, ...process.argv.slice(1)], {
      cwd: process.cwd(),
      env: { ...process.env, [orderVariable]: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
  };
}
