import type { Readiness } from '@portico/contracts';

type PluginReadiness = Readiness['plugins'][string];

/** What the health paths answer from. */
export interface HealthState {
  stopping: boolean;
  started: boolean;
  setPlugin(id: string, readiness: PluginReadiness): void;
  readiness(): Readiness;
}

/** Begins as "starting" with no plugins. */
export function createHealthState(): HealthState {
  const plugins = new Map<string, PluginReadiness>();
  const state: HealthState = {
    stopping: false,
    started: false,
    setPlugin: (id, readiness) => void plugins.set(id, readiness),
    readiness() {
      const failed = [...plugins.values()].some(plugin => plugin.status === 'failed');
      const running = failed ? 'degraded' : 'ok';
      const status = state.stopping ? 'stopping' : state.started ? running : 'starting';
      return { status, plugins: Object.fromEntries(plugins) };
    },
  };
  return state;
}
