import type { LoggerService } from '../logger/logger-service.ts';
import { createHooks } from './create-hooks.ts';
import type { Hooks } from './create-hooks.ts';

/** Start and stop hooks by plugin. */
export interface PluginHooks {
  of(pluginId: string): { readonly startup: Hooks; readonly shutdown: Hooks };
  /** Forgets a plugin's hooks: those of the next start are its only ones. */
  reset(pluginId: string): void;
}

/** Keeps the hooks until start and stop. */
export function createPluginHooks(logger: LoggerService): PluginHooks {
  const byPlugin = new Map<string, { startup: Hooks; shutdown: Hooks }>();
  return {
    of(pluginId) {
      const known = byPlugin.get(pluginId);
      if (known) return known;
      const pluginLogger = logger.child({ plugin: pluginId });
      const made = { startup: createHooks('startup', pluginLogger), shutdown: createHooks('shutdown', pluginLogger) };
      byPlugin.set(pluginId, made);
      return made;
    },
    reset: pluginId => void byPlugin.delete(pluginId),
  };
}
