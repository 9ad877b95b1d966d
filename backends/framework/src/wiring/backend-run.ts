import { messageOf } from '@portico/errors';
import type { PluginState } from '../http/route-table.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { eventsPlugin } from '../services/events/events-plugin.ts';
import { listenAddressOf } from './backend-options.ts';
import type { BackendOptions } from './backend-options.ts';
import { groupFeatures } from './group-features.ts';
import type { PluginGroup } from './group-features.ts';
import { loadFeatures } from './load-features.ts';
import type { FeatureSource } from './load-features.ts';
import { createRootParts } from './root-parts.ts';
import type { RootParts } from './root-parts.ts';
import { startPlugin } from './start-plugin.ts';
import { stopBackend } from './stop-backend.ts';

/** How the start of a plugin went. */
export interface PluginStartResult {
  readonly status: Exclude<PluginState, 'starting'>;
  /** Milliseconds from the beginning of the start to its end. */
  readonly startMs: number;
  readonly reason?: string;
}

/** How the start went. */
export interface StartResult {
  readonly port: number;
  /** Where the portal is reached on this machine. */
  readonly url: string;
  readonly plugins: Readonly<Record<string, PluginStartResult>>;
}

/** One life of a backend, from start to stop. */
export interface BackendRun {
  start(): Promise<StartResult>;
  stop(): Promise<void>;
  logger(): LoggerService | undefined;
}

/** True where the configuration says that nothing may run without this plugin. Without a word the others go on. */
function stopsAll({ config }: BackendOptions, pluginId: string): boolean {
  const { reader } = config;
  const own = reader.getOptionalString(`backend.startup.plugins.${pluginId}.onPluginBootFailure`);
  return (own ?? reader.getOptionalString('backend.startup.default.onPluginBootFailure')) === 'abort';
}

/** One plugin's start, with what it threw. */
interface PluginStart {
  readonly pluginId: string;
  readonly result: PluginStartResult;
  readonly thrown?: unknown;
}

async function startOne(group: PluginGroup, parts: RootParts, fatal: boolean): Promise<PluginStart> {
  const { pluginId } = group.plugin;
  const beganAt = performance.now();
  const elapsed = () => Math.round(performance.now() - beganAt);
  let result: PluginStartResult;
  let fault: unknown;
  try {
    await startPlugin({ group, services: parts.services });
    await parts.hooks.of(pluginId).startup.run();
    result = { status: 'ok', startMs: elapsed() };
  } catch (thrown) {
    fault = thrown;
    result = { status: 'failed', startMs: elapsed(), reason: messageOf(thrown) };
    if (!fatal) parts.logger.child({ plugin: pluginId }).error('The plugin failed to start', thrown instanceof Error ? thrown : {});
  }
  parts.routes.setPluginState(pluginId, result.status);
  parts.health.setPlugin(pluginId, result);
  return { pluginId, result, thrown: fault };
}

/** Puts the parts together when `start` is called. */
export function createBackendRun(options: BackendOptions, sources: readonly FeatureSource[]): BackendRun {
  let parts: RootParts | undefined;
  let stopping: Promise<void> | undefined;

  return {
    async start() {
      const features = [eventsPlugin, ...(await loadFeatures(sources))];
      const groups = groupFeatures(features);
      parts = await createRootParts(options);
      const { routes, health, server, logger, rootHooks } = parts;
      for (const { plugin } of groups) {
        routes.addPlugin(plugin.pluginId);
        health.setPlugin(plugin.pluginId, { status: 'starting' });
      }
      const { host, port } = await server.listen(listenAddressOf(options));
      const started = parts;
      const starts = await Promise.all(groups.map(group => startOne(group, started, stopsAll(options, group.plugin.pluginId))));
      const fatal = starts.find(({ pluginId, result }) => result.status === 'failed' && stopsAll(options, pluginId));
      if (fatal) throw fatal.thrown;
      const plugins = Object.fromEntries(starts.map(({ pluginId, result }) => [pluginId, result]));
      routes.settle();
      await rootHooks.startup.run();
      health.started = true;
      const shownHost = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
      logger.info('started', { port, plugins });
      return { port, url: `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`, plugins };
    },
    stop: () => (stopping ??= parts ? stopBackend(parts) : Promise.resolve()),
    logger: () => parts?.logger,
  };
}
