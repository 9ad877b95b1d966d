import { createError, wiringErrors } from '@portico/errors';
import { isServiceFactory } from './backend-feature.ts';
import type { AddedFeature } from './backend-feature.ts';
import { configSchemasOf } from './backend-feature.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { eventsPlugin } from '../services/events/events-plugin.ts';
import { instancePlugin } from '../services/instance/instance-plugin.ts';
import { localUrl } from '../http/local-url.ts';
import { serverAddressOf } from './backend-options.ts';
import type { BackendOptions, HomeOptions } from './backend-options.ts';
import { expandLoaders } from './expand-loaders.ts';
import type { PlainFeature } from './expand-loaders.ts';
import { groupFeatures } from './group-features.ts';
import type { PluginGroup } from './group-features.ts';
import { createInProcessPlugin } from './in-process-plugin.ts';
import { loadFeatures } from './load-features.ts';
import type { FeatureSource } from './load-features.ts';
import { readPluginChoice, refuseUnknownPlugins } from './plugin-choice.ts';
import type { PluginChoice, PluginSettings } from './plugin-choice.ts';
import type { PluginRunner } from './plugin-view.ts';
import { findPointOwners } from './register-features.ts';
import { createRootParts } from './root-parts.ts';
import type { RootParts } from './root-parts.ts';
import type { StartResult } from './start-result.ts';
import { readStartupSettings } from './startup-settings.ts';
import { stopBackend, stopLimitMs } from './stop-backend.ts';

/** One life of a backend, from start to stop. */
export interface BackendRun {
  start(): Promise<StartResult>;
  stop(): Promise<void>;
  logger(): LoggerService | undefined;
  /** Milliseconds that `stop` takes at most. */
  stopMs(): number;
  /** Counts a rejection that a plugin left unhandled. */
  noteRejection(pluginId: string, reason: unknown): void;
}

/** Plugins of the framework itself: in every process, whatever the configuration chooses. */
const ownPlugins = [eventsPlugin, instancePlugin];

/** Runs the loaders; what they bring may need a configuration that is checked with more schemas. */
async function findFeatures(given: readonly AddedFeature[], parts: RootParts, options: BackendOptions): Promise<PlainFeature[]> {
  const plain = given.filter(feature => !isServiceFactory(feature));
  const features = await expandLoaders(plain, parts.services);
  const known = new Set(configSchemasOf(plain));
  const found = configSchemasOf(features).filter(schema => !known.has(schema));
  if (found.length > 0 && options.extendConfig) parts.config.replace(await options.extendConfig(found));
  return features;
}

function choosePlugins(features: readonly PlainFeature[], choice: PluginChoice, only: string | undefined): PluginGroup[] {
  const groups = groupFeatures(features);
  refuseUnknownPlugins(choice, groups.map(({ plugin }) => plugin.pluginId));
  if (only !== undefined) return groups.filter(({ plugin }) => plugin.pluginId === only);
  return [...groupFeatures(ownPlugins), ...groups.filter(({ plugin }) => choice.runs(plugin.pluginId))];
}

function shownUrl(host: string, port: number): string {
  const shownHost = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`;
}

/** Puts the parts together when `start` is called. */
export function createBackendRun(options: BackendOptions, sources: readonly FeatureSource[]): BackendRun {
  let parts: RootParts | undefined;
  let stopping: Promise<void> | undefined;

  async function isolate(pluginId: string, made: RootParts, settings: PluginSettings): Promise<PluginRunner> {
    const spawn = options.spawnPlugin;
    if (!spawn) throw createError(wiringErrors.PROCESS_OWN_IMPOSSIBLE, { plugin: pluginId });
    const { createIsolatedPlugin } = await import('../isolation/isolated-plugin.ts');
    const homeUrl = async () => localUrl(await made.server.address);
    const startup = readStartupSettings(made.config.service);
    return createIsolatedPlugin({ pluginId, parts: made, hub: made.hub, startup, settings, spawn, homeUrl });
  }

  async function prepare(): Promise<RootParts> {
    const added = await loadFeatures(sources);
    const made = await createRootParts(options, added.filter(isServiceFactory));
    parts = made;
    const choice = readPluginChoice(made.config.service);
    const groups = choosePlugins(await findFeatures(added, made, options), choice, options.home?.pluginId);
    const owners = findPointOwners(groups);
    const settings = readStartupSettings(made.config.service);
    for (const group of groups) {
      const { pluginId } = group.plugin;
      made.routes.addPlugin(pluginId);
      const own = choice.settingsOf(pluginId);
      const runner =
        own.process === 'own' && !options.home
          ? await isolate(pluginId, made, own)
          : createInProcessPlugin({ group, parts: made, settings, ownerOf: point => owners.get(point) });
      made.directory.add(runner);
    }
    return made;
  }

  async function linkHome({ pluginId, process }: HomeOptions, port: number): Promise<void> {
    const { linkToParent } = await import('../isolation/process-link.ts');
    const runner = parts?.directory.get(pluginId);
    if (!parts || !runner) return;
    const end = linkToParent({ process, port, runner, routes: parts.routes, hub: parts.hub });
    parts.rootHooks.shutdown.add(end);
  }

  return {
    async start() {
      const beganAt = performance.now();
      const { routes, health, server, logger, rootHooks, services, directory } = await prepare();
      const { host, port } = await server.listen(serverAddressOf(options));
      if (options.home) await linkHome(options.home, port);
      await services.startRoot();
      await Promise.all(directory.all().map(runner => runner.start()));
      routes.settle();
      await rootHooks.startup.run();
      health.started = true;
      const plugins = directory.views();
      const startMs = Math.round(performance.now() - beganAt);
      logger.info('started', { port, startMs, plugins });
      return { port, url: shownUrl(host, port), startMs, plugins };
    },
    stop: () => (stopping ??= parts ? stopBackend(parts) : Promise.resolve()),
    logger: () => parts?.logger,
    stopMs: () => stopLimitMs + (parts?.shutdownDelayMs ?? 0),
    noteRejection: (pluginId, reason) => parts?.directory.get(pluginId)?.noteRejection(reason),
  };
}
