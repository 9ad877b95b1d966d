import { coreConfigSchema } from '@portico/config';
import type { JsonObject, JsonSchema } from '@portico/config';
import { loadConfig, watchConfig } from '@portico/config/node';
import type { Environment, LoadedConfig } from '@portico/config/node';
import type { WatchConfig } from '../services/config/create-root-config.ts';
import { configSchemasOf } from '../wiring/backend-feature.ts';
import type { AddedFeature } from '../wiring/backend-feature.ts';
import type { ProcessOptions } from './process-options.ts';

/** What `loadProcessConfig` takes. */
export interface ProcessConfigOptions extends ProcessOptions {
  readonly directory: string;
  readonly env: Environment;
  /** Lie below all files. */
  readonly defaults: JsonObject;
  /** Bring the schemas of their keys. */
  readonly features: readonly AddedFeature[];
}

/** The configuration of a process, and how it goes on. */
export interface ProcessConfig {
  readonly config: LoadedConfig;
  /** Reads everything anew, checked with further schemas, which also hold for what `watch` reads. */
  extend(schemas: readonly JsonSchema[]): Promise<LoadedConfig>;
  /** Follows the files; a bad change goes to `onFault` and the old values stay. */
  watch(onFault: (thrown: unknown) => void): WatchConfig;
}

/** Reads all layers; every fault of them is reported at once. */
export async function loadProcessConfig(options: ProcessConfigOptions): Promise<ProcessConfig> {
  const { directory, env, environment, configFiles, defaults } = options;
  const schemas: JsonSchema[] = [coreConfigSchema, ...configSchemasOf(options.features)];
  const files = configFiles.length > 0 ? configFiles : undefined;
  const load = { directory, env, environment, files, schemas, defaults };
  const config = await loadConfig(load);
  return {
    config,
    async extend(further) {
      schemas.push(...further);
      return loadConfig({ ...load, schemas: [...schemas] });
    },
    watch: onFault => onChange => watchConfig({ ...load, current: config }, onChange, onFault),
  };
}
