import type { ConfigReader } from '@portico/config';
import { readDuration } from '../services/config/read-duration.ts';

/** What `backend.startup` says about plugins that fail. */
export interface StartupSettings {
  /** True where nothing may run without this plugin. Without a word the others go on. */
  pluginAborts(pluginId: string): boolean;
  /** True where nothing may run without this module. */
  moduleAborts(pluginId: string, moduleId: string): boolean;
  /** Milliseconds after which the start no longer waits for a plugin. */
  readonly limitMs: number;
  readonly retry: RetryDelays;
}

/** Milliseconds between starts of a plugin that fails. */
export interface RetryDelays {
  readonly firstMs: number;
  readonly longestMs: number;
}

const defaults = { limitMs: 30_000, firstMs: 1_000, longestMs: 60_000 };
/** A module's retry restarts a plugin that works, so it waits this many times longer. */
const modulePatience = 10;

/** Reads `backend.startup`. */
export function readStartupSettings(config: ConfigReader): StartupSettings {
  const read = (path: string) => config.getOptionalString(`backend.startup.${path}`);
  return {
    pluginAborts: pluginId =>
      (read(`plugins.${pluginId}.onPluginBootFailure`) ?? read('default.onPluginBootFailure')) === 'abort',
    moduleAborts: (pluginId, moduleId) =>
      (read(`plugins.${pluginId}.modules.${moduleId}.onPluginModuleBootFailure`) ??
        read('default.onPluginModuleBootFailure')) === 'abort',
    limitMs: readDuration(config, 'backend.startup.timeout') ?? defaults.limitMs,
    retry: {
      firstMs: readDuration(config, 'backend.startup.retry.firstDelay') ?? defaults.firstMs,
      longestMs: readDuration(config, 'backend.startup.retry.longestDelay') ?? defaults.longestMs,
    },
  };
}

/** The delay doubles with each failure; half of it is left to chance, so that replicas do not come back in step. */
export function retryDelay({ firstMs, longestMs }: RetryDelays, failures: number): number {
  const full = Math.min(firstMs * 2 ** Math.min(failures - 1, 30), longestMs);
  return Math.round(full * (0.5 + Math.random() / 2));
}

/** The delays for a plugin that runs without one of its modules. */
export function moduleDelays({ firstMs, longestMs }: RetryDelays): RetryDelays {
  return { firstMs: firstMs * modulePatience, longestMs: longestMs * modulePatience };
}
