import type { JsonObject } from '@portico/config';
import type { StaticAccess } from '../services/auth/static-access.ts';
import { createSpawnPlugin, readOrder } from '../isolation/spawn-plugin.ts';
import { isDevelopment } from '../wiring/backend-options.ts';
import { createBackend } from '../wiring/create-backend.ts';
import type { Backend } from '../wiring/create-backend.ts';
import { loadFeatures } from '../wiring/load-features.ts';
import type { FeatureSource } from '../wiring/load-features.ts';
import { openDataDirectory } from './data-directory.ts';
import { formatFault } from './format-fault.ts';
import { loadProcessConfig } from './load-process-config.ts';
import { readProcessOptions } from './process-options.ts';
import { stopWithProcess } from './stop-with-process.ts';

/** What `runBackend` takes. */
export interface RunBackendOptions {
  readonly process: NodeJS.Process;
  /** Lie below all configuration files. */
  readonly defaults: JsonObject;
  /** Called once, so that packages are imported side by side. */
  readonly features: () => readonly FeatureSource[];
  /** Static tokens of this process; `development` is that of `rootInstance`. */
  readonly externalAccess?: (context: { dataDirectory: string; development: boolean }) => Promise<readonly StaticAccess[]>;
}

async function start(options: RunBackendOptions): Promise<{ backend: Backend; url: string }> {
  const { env, argv } = options.process;
  const directory = options.process.cwd();
  const outside = readProcessOptions({ args: argv.slice(2), env, directory });
  const features = await loadFeatures(options.features());
  const { config, extend, watch } = await loadProcessConfig({ ...outside, directory, env, defaults: options.defaults, features });
  const order = readOrder(env);
  // The process that started this one holds the data folder for both.
  const { path: dataDirectory, close } = order
    ? { path: outside.dataDirectory, close: () => undefined }
    : await openDataDirectory(outside.dataDirectory, options.process.pid);
  const development = isDevelopment({ ...outside, config });
  const externalAccess = (await options.externalAccess?.({ dataDirectory, development })) ?? [];
  const backend: Backend = createBackend({
    ...outside,
    config,
    dataDirectory,
    externalAccess,
    features,
    extendConfig: extend,
    ...(order ? { home: { pluginId: order.pluginId, url: order.homeUrl, process: options.process } } : {}),
    spawnPlugin: createSpawnPlugin(options.process),
    watch: watch(fault => backend.logger?.error(`The configuration keeps its old values: ${formatFault(fault)}`)),
  });
  stopWithProcess(options.process, backend, close);
  const { url } = await backend.start();
  return { backend, url };
}

/**
 * The life of a backend process: arguments, configuration, data folder, start, signals, exit. Tells a supervisor
 * `{ type: 'ready', url }` over the IPC channel, where there is one. A fault of the start is printed and ends the process
 * with code 1.
 */
export async function runBackend(options: RunBackendOptions): Promise<void> {
  const { process } = options;
  try {
    const { backend, url } = await start(options);
    if (process.send) process.send({ type: 'ready', url, stopMs: backend.stopMs });
    else backend.logger?.info('ready', { url });
  } catch (thrown) {
    process.stderr.write(formatFault(thrown));
    process.exit(1);
  }
}
