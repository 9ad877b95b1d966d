import type { ConfigReader, JsonValue } from '@portico/config';
import { createError, wiringErrors } from '@portico/errors';
import { readDuration } from '../services/config/read-duration.ts';

/** How `backend.plugins` wants one plugin to run. */
export interface PluginSettings {
  readonly process: 'shared' | 'own';
  /** Bytes that a process of its own may hold in memory. */
  readonly memoryLimit?: number;
  /** Milliseconds without a sign of life after which a process of its own is ended and started anew. */
  readonly unresponsiveAfterMs: number;
}

/** Which plugins a process runs, and how. */
export interface PluginChoice {
  runs(pluginId: string): boolean;
  settingsOf(pluginId: string): PluginSettings;
  /** Ids that the configuration names; each must be one of the installation. */
  readonly named: readonly string[];
}

const path = 'backend.plugins';
const defaultUnresponsiveAfterMs = 30_000;
const choosing = new Set(['include', 'exclude']);
const factors: Readonly<Record<string, number>> = { '': 1e6, B: 1, KB: 1e3, MB: 1e6, GB: 1e9, KIB: 1_024, MIB: 1_048_576, GIB: 1_073_741_824 };

/** `256` and `256MB` are megabytes; also GB, MiB and GiB. */
function readBytes(value: JsonValue | undefined): number | undefined {
  const [, amount, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(String(value ?? '')) ?? [];
  const factor = factors[unit.toUpperCase()];
  return amount === undefined || factor === undefined ? undefined : Math.round(Number(amount) * factor);
}

/** Reads `backend.plugins`: a list of ids, or `{ include?, exclude?, <id>: { process?, memoryLimit?, unresponsiveAfter? } }`. */
export function readPluginChoice(config: ConfigReader): PluginChoice {
  const given = config.getOptional(path);
  const isList = Array.isArray(given);
  const include = isList ? config.getStringArray(path) : config.getOptionalStringArray(`${path}.include`);
  const exclude = isList ? [] : (config.getOptionalStringArray(`${path}.exclude`) ?? []);
  const configured = given === undefined || isList ? [] : config.keys(path).filter(key => !choosing.has(key));
  return {
    runs: pluginId => (include?.includes(pluginId) ?? true) && !exclude.includes(pluginId),
    settingsOf(pluginId) {
      if (!configured.includes(pluginId)) return { process: 'shared', unresponsiveAfterMs: defaultUnresponsiveAfterMs };
      const memoryLimit = readBytes(config.getOptional(`${path}.${pluginId}.memoryLimit`));
      return {
        process: config.getOptionalString(`${path}.${pluginId}.process`) === 'own' ? 'own' : 'shared',
        unresponsiveAfterMs: readDuration(config, `${path}.${pluginId}.unresponsiveAfter`) ?? defaultUnresponsiveAfterMs,
        ...(memoryLimit === undefined ? {} : { memoryLimit }),
      };
    },
    named: [...new Set([...(include ?? []), ...exclude, ...configured])],
  };
}

/** Refuses names of plugins that the installation does not have: a slip there would leave a plugin out without a word. */
export function refuseUnknownPlugins({ named }: PluginChoice, known: readonly string[]): void {
  const unknown = named.find(pluginId => !known.includes(pluginId));
  if (unknown === undefined) return;
  throw createError(wiringErrors.PLUGIN_UNKNOWN, { plugin: unknown, known: known.join(', ') });
}
