import { isAbsolute, relative, resolve } from 'node:path';
import { configErrors, createError } from '@portico/errors';

/** A file that may hold a layer of the configuration. */
export interface ConfigFile {
  /** Absolute path. */
  readonly file: string;
  /** Name for messages: relative to the folder of the portal where the file is in it. */
  readonly name: string;
  /** True if the file must exist, because it was asked for. */
  readonly required: boolean;
}

/** Where configuration is looked for. */
export interface ConfigFilesOptions {
  /** Folder of the default files; relative names in `files` start here. */
  readonly directory: string;
  /** Comma-separated names: `production` or `production,eu`. */
  readonly environment?: string | undefined;
  /** Replaces the default files. */
  readonly files?: readonly string[] | undefined;
}

/** The files of all layers, lowest first. */
export function listConfigFiles({ directory, environment, files }: ConfigFilesOptions): ConfigFile[] {
  const describe = (path: string, required: boolean): ConfigFile => {
    const file = resolve(directory, path);
    const near = relative(directory, file);
    return { file, name: near.startsWith('..') || isAbsolute(near) ? file : near, required };
  };
  if (files && files.length > 0) return files.map(file => describe(file, true));
  const names = (environment ?? '').split(',').map(name => name.trim()).filter(name => name !== '' && name !== 'local');
  const bad = names.find(name => !/^[\w.-]+$/.test(name));
  if (bad !== undefined) throw createError(configErrors.ENVIRONMENT_INVALID, { received: bad });
  return [
    'app-config.yaml',
    ...names.map(name => `app-config.${name}.yaml`),
    'app-config.local.yaml',
    ...names.map(name => `app-config.${name}.local.yaml`),
  ].map(name => describe(name, false));
}
