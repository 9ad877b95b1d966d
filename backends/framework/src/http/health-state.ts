import type { Readiness } from '@portico/contracts';
import type { PluginDirectory } from '../wiring/plugin-directory.ts';
import type { PluginView } from '../wiring/plugin-view.ts';

type PluginReadiness = Readiness['plugins'][string];

/** What the health paths answer from. */
export interface HealthState {
  stopping: boolean;
  started: boolean;
  readiness(): Readiness;
}

/** What everyone may know of a plugin. */
function toReadiness({ status, reason, startMs, attempts, modules }: PluginView): PluginReadiness {
  const shownModules = Object.entries(modules).map(([id, module]) => {
    const { status: moduleStatus, reason: moduleReason } = module;
    return [id, { status: moduleStatus, ...(moduleReason === undefined ? {} : { reason: moduleReason }) }] as const;
  });
  return {
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(startMs === undefined ? {} : { startMs }),
    ...(attempts > 1 ? { attempts } : {}),
    ...(shownModules.length > 0 ? { modules: Object.fromEntries(shownModules) } : {}),
  };
}

/** Begins as "starting". */
export function createHealthState(directory: PluginDirectory): HealthState {
  const state: HealthState = {
    stopping: false,
    started: false,
    readiness() {
      const plugins = Object.fromEntries(Object.entries(directory.views()).map(([id, view]) => [id, toReadiness(view)]));
      const running = Object.values(plugins).every(plugin => plugin.status === 'ok') ? 'ok' : 'degraded';
      const status = state.stopping ? 'stopping' : state.started ? running : 'starting';
      return { status, plugins };
    },
  };
  return state;
}
