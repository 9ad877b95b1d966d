import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { configErrors, isPorticoError } from '@portico/errors';
import type { ErrorDetail } from '@portico/errors';
import { listConfigFiles } from './config-files.ts';
import type { ConfigFile } from './config-files.ts';
import { describeValue } from '../describe-value.ts';
import { readEnvironmentLayers } from './environment-layers.ts';
import { createFault, invalidConfig } from './fault.ts';
import { deepFreeze } from '../freeze.ts';
import { isJsonObject, parsePath, valueAt } from '../json.ts';
import type { JsonObject, Segments } from '../json.ts';
import type { JsonSchema } from '../json-schema.ts';
import { mergeConfig, withoutNulls } from '../merge.ts';
import type { ConfigSource } from '../merge.ts';
import { findMisspeltKeys } from './misspelt-keys.ts';
import { createConfigReader } from '../reader.ts';
import type { ConfigReader } from '../reader.ts';
import { readYaml } from './read-yaml.ts';
import { findSchemaFaults } from './schema-faults.ts';
import { substitute } from './substitute.ts';
import type { Environment, UnsetVariable } from './substitute-text.ts';
import { isHidden } from '../visibility.ts';

/** Options of `loadConfig`. */
export interface LoadConfigOptions {
  /** Folder of `app-config.yaml`; relative names in `files` start here. */
  readonly directory: string;
  /** Names of further layers, comma-separated: `production,eu` reads `app-config.production.yaml`, then `app-config.eu.yaml`. */
  readonly environment?: string | undefined;
  /** Replaces the default set of files; each must exist. */
  readonly files?: readonly string[] | undefined;
  /** Lowest layer of all, below every file. */
  readonly defaults?: JsonObject | undefined;
  /** Environment variables, for `${VAR}` and for overrides named `APP_CONFIG_a_b_c`. */
  readonly env: Environment;
  /** Schemas that the values must fit: usually `coreConfigSchema` and those of the plugins. */
  readonly schemas: readonly JsonSchema[];
}

/** Configuration that was read, merged, checked and frozen. */
export interface LoadedConfig {
  readonly data: JsonObject;
  readonly reader: ConfigReader;
  /** Absolute paths of all files that were read, included ones too. */
  readonly files: readonly string[];
  /** The schemas that the data was checked against. */
  readonly schemas: readonly JsonSchema[];
  /** Values that are missing because a variable is not set, and no `:-` says that it may be. */
  readonly unset: readonly { readonly path: string; readonly variable: string }[];
  /** Names the file or variable that gives a value, or its nearest parent, for messages. */
  readonly sourceOf?: (path: string) => string;
}

interface Gathered {
  readonly sources: ConfigSource[];
  readonly faults: ErrorDetail[];
  readonly files: Set<string>;
  readonly unset: Map<string, UnsetVariable>;
}

async function readLayer({ file, name, required }: ConfigFile, env: Environment, gathered: Gathered): Promise<void> {
  if (!required && !existsSync(file)) return;
  gathered.files.add(file);
  const read = await readYaml(file, name);
  if (read.faults) {
    gathered.faults.push(...read.faults);
    return;
  }
  if (!isJsonObject(read.value)) {
    gathered.faults.push(createFault(configErrors.FILE_NOT_MAPPING, { file: name, received: describeValue(read.value) }));
    return;
  }
  const context = { ...gathered, directory: dirname(file), source: name, env, chain: [] };
  gathered.sources.push({ name, data: (await substitute(read.value, [], context)) as JsonObject });
}

function merge({ sources, faults }: Gathered): JsonObject {
  try {
    return withoutNulls(mergeConfig(sources.map(source => source.data)));
  } catch (error) {
    if (!isPorticoError(error)) throw error;
    faults.push({ code: error.code, message: error.message, fix: error.fix });
    return {};
  }
}

function createSourceOf(sources: readonly ConfigSource[]): (segments: Segments) => string {
  return segments => {
    for (let length = segments.length; length > 0; length -= 1) {
      const found = sources.findLast(source => valueAt(source.data, segments.slice(0, length)) !== undefined);
      if (found) return found.name;
    }
    return sources.findLast(source => source.name.includes('.'))?.name ?? 'app-config.yaml';
  };
}

/**
 * Reads the layers, lowest first: files, then environment overrides; replaces variables and includes; merges, checks
 * and freezes.
 *
 * @throws CONFIG_INVALID with all faults at once in `details`, each with its path, its file, and a fix
 */
export async function loadConfig(options: LoadConfigOptions): Promise<LoadedConfig> {
  const { defaults } = options;
  const sources = defaults ? [{ name: 'built-in defaults', data: defaults }] : [];
  const gathered: Gathered = { sources, faults: [], files: new Set(), unset: new Map() };
  for (const file of listConfigFiles(options)) await readLayer(file, options.env, gathered);
  gathered.sources.push(...readEnvironmentLayers(options.env, gathered.faults));
  const data = merge(gathered);
  if (gathered.faults.length > 0) throw invalidConfig(gathered.faults);

  const { schemas } = options;
  const sourceOf = createSourceOf(gathered.sources);
  const context = { schemas, sourceOf, unsetAt: (path: string) => gathered.unset.get(path)?.name };
  const faults = [...(await findSchemaFaults(data, context)), ...findMisspeltKeys(data, context)];
  if (faults.length > 0) throw invalidConfig(faults);
  deepFreeze(data);
  const sourceOfPath = (path: string): string => sourceOf(parsePath(path));
  const reader = createConfigReader(data, {
    sourceOf: sourceOfPath,
    isHidden: path => isHidden(data, parsePath(path), schemas),
  });
  const unset = [...gathered.unset]
    .filter(([path, { expected }]) => expected && !reader.has(path))
    .map(([path, { name: variable }]) => ({ path, variable }));
  return { data, reader, files: [...gathered.files], schemas, unset, sourceOf: sourceOfPath };
}
