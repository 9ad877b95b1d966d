import { coreConfigSchema } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { loadConfig, watchConfig } from '@portico/config/node';
import type { Environment, LoadedConfig } from '@portico/config/node';
import type { WatchConfig } from '../services/config/create-root-config.ts';
import { configSchemasOf } from '../wiring/backend-feature.ts';
import type { BackendFeature } from '../wiring/backend-feature.ts';
import type { ProcessOptions } from './process-options.ts';

/** What `loadProcessConfig` takes. */
export interface ProcessConfigOptions extends ProcessOptions {
  readonly directory: string;
  readonly env: Environment;
  /** Lie below all files. */
  readonly defaults: JsonObject;
  /** Bring the schemas of their keys. */
  readonly features: readonly BackendFeature[];
}

/** The configuration of a process, and how it goes on. */
export interface ProcessConfig {
  readonly config: LoadedConfig;
  /** Follows the files; a bad change goes to `onFault` and the old values stay. */
  watch(onFault: (thrown: unknown) => void): WatchConfig;
}

/** Reads all layers; every fault of them is reported at once. */
export async function loadProcessConfig(options: ProcessConfigOptions): Promise<ProcessConfig> {
  const { directory, env, environment, configFiles, defaults } = options;
  const schemas = [coreConfigSchema, ...configSchemasOf(options.features)];
  const files = configFiles.length > 0 ? configFiles : undefined;
  const load = { directory, env, environment, files, schemas, defaults };
  const config = await loadConfig(load);
  return {
    config,
    watch: onFault => onChange => watchConfig({ ...load, current: config }, onChange, onFault),
  };
}
