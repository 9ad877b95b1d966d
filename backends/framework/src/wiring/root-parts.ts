import { secretValues } from '@portico/config';
import { createHealthState } from '../http/health-state.ts';
import type { HealthState } from '../http/health-state.ts';
import { reservedPaths } from '../http/page-fallback.ts';
import { createGateway } from '../http/gateway.ts';
import { createRequestGuards } from '../http/request-guards.ts';
import { createRootApp } from '../http/root-app.ts';
import { createServerHandle } from '../http/root-server.ts';
import type { ServerHandle } from '../http/root-server.ts';
import { createRouteTable } from '../http/route-table.ts';
import type { RouteTable } from '../http/route-table.ts';
import { readServerOptions } from '../http/server-options.ts';
import { createRootConfig } from '../services/config/create-root-config.ts';
import type { LiveConfig } from '../services/config/create-root-config.ts';
import { readDuration } from '../services/config/read-duration.ts';
import { coreServices } from '../services/core-services.ts';
import { defaultFactories } from '../services/default-factories.ts';
import { createEventHub } from '../services/events/event-hub.ts';
import type { EventHub } from '../services/events/event-hub.ts';
import {
  eventHubRef,
  healthStateRef,
  homeRef,
  metricsRegistryRef,
  pluginConditionsRef,
  pluginDirectoryRef,
  pluginHooksRef,
  routeTableRef,
  startedAccessRef,
} from '../services/internal-services.ts';
import { createRootHooks, createRootLifecycle } from '../services/lifecycle/create-root-lifecycle.ts';
import type { RootHooks } from '../services/lifecycle/create-root-lifecycle.ts';
import { createPluginHooks } from '../services/lifecycle/plugin-hooks.ts';
import type { PluginHooks } from '../services/lifecycle/plugin-hooks.ts';
import { createRootLogger } from '../services/logger/create-root-logger.ts';
import { readLoggerSettings } from '../services/logger/level-overrides.ts';
import { createLineRedaction } from '../services/logger/redact-line.ts';
import type { LineRedaction } from '../services/logger/redact-line.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { createMetricsRegistry } from '../services/metrics/metrics-registry.ts';
import type { MetricsRegistry } from '../services/metrics/metrics-registry.ts';
import { isDevelopment, isLoopbackHost, listenAddressOf, secretsOf } from './backend-options.ts';
import type { BackendOptions } from './backend-options.ts';
import { createFaultDescription } from './describe-fault.ts';
import { createPluginConditions } from './plugin-conditions.ts';
import type { PluginConditions } from './plugin-conditions.ts';
import { createPluginDirectory } from './plugin-directory.ts';
import type { PluginDirectory } from './plugin-directory.ts';
import { createServiceContainer } from './service-container.ts';
import type { ServiceContainer } from './service-container.ts';
import { createServiceFactory } from './service-ref.ts';
import type { ServiceFactory, ServiceRef } from './service-ref.ts';

/** What lives as long as the process, before any plugin. */
export interface RootParts {
  readonly config: LiveConfig;
  readonly conditions: PluginConditions;
  readonly directory: PluginDirectory;
  readonly health: HealthState;
  readonly hub: EventHub;
  readonly routes: RouteTable;
  readonly hooks: PluginHooks;
  readonly rootHooks: RootHooks;
  readonly logger: LoggerService;
  readonly metrics: MetricsRegistry;
  readonly server: ServerHandle;
  readonly services: ServiceContainer;
  /** Says in one line why something failed, without secrets. */
  readonly describe: (thrown: unknown) => string;
  readonly stopWatching: () => void;
  readonly shutdownDelayMs: number;
}

const defaultHoldMs = 5_000;
/** Reserved paths that the server answers itself; the others are taken by plugins. */
const ownPaths = reservedPaths.filter(path => path !== '/assets' && path !== '/remotes');

function provide<T>(service: ServiceRef<T, 'root'>, value: T): ServiceFactory {
  return createServiceFactory({ service, deps: {}, factory: () => value });
}

async function rootLoggerOf(options: BackendOptions, added: readonly ServiceFactory[], { redact }: LineRedaction): Promise<LoggerService> {
  const given = [...(options.services ?? []), ...added];
  const replaced = given.filter(factory => factory.service.id === coreServices.rootLogger.id);
  if (replaced.length > 0) return createServiceContainer(replaced).getRoot(coreServices.rootLogger);
  return createRootLogger({ redact, ...readLoggerSettings(options.config.reader) });
}

/** A plugin in a process of its own reads the same files: what they lack is told once, by the process that started it. */
function tellUnset(logger: LoggerService, { config, home }: BackendOptions): void {
  for (const { path, variable } of home ? [] : config.unset) {
    logger.warn(`Expected the variable ${variable} to be set, got nothing, so that ${path} is missing; write \${${variable}:-} where it may be`);
  }
}

/** Builds everything that plugins stand on. Listens to nothing yet. `added` are services that were added as features. */
export async function createRootParts(options: BackendOptions, added: readonly ServiceFactory[]): Promise<RootParts> {
  const { reader } = options.config;
  const redaction = createLineRedaction(secretsOf(options));
  const logger = await rootLoggerOf(options, added, redaction);
  tellUnset(logger, options);
  const conditions = createPluginConditions();
  const directory = createPluginDirectory();
  const health = createHealthState(directory);
  const routes = createRouteTable(ownPaths);
  const hooks = createPluginHooks(logger);
  const rootHooks = createRootHooks(logger);
  const config = createRootConfig(options.config, fault => logger.error('A configuration listener failed', fault as Error));
  // The first listener, so that the others may log what is new.
  config.service.subscribe(() => redaction.add(secretValues(config.service.data(), [...config.service.schemas()])));
  // In front of a plugin in a process of its own stands the process that started it.
  const trustProxy = options.home ? 'loopback' : reader.getOptional<boolean | number | string>('backend.trustProxy');
  const holdMs = options.holdMs ?? readDuration(reader, 'backend.lifecycle.startupRequestPauseTimeout') ?? defaultHoldMs;
  const healthRouter = {
    service: () => services.getRoot(coreServices.rootHealth),
    headers: reader.getOptional<Record<string, string>>('backend.health.headers') ?? {},
  };
  const registry = await createMetricsRegistry(reader.getOptionalBoolean('backend.metrics.enabled') ?? false);
  const guards = await createRequestGuards(reader, logger, routes);
  rootHooks.shutdown.add(guards.end);
  const metrics = { registry, httpAuth: () => services.getForPlugin(coreServices.httpAuth, 'metrics') };
  const discovery = () => services.getForPlugin(coreServices.discovery, 'gateway');
  const gateway = createGateway({ config: config.service, discovery });
  rootHooks.shutdown.add(gateway.end);
  const parts = { routes, health: healthRouter, logger, holdMs, trustProxy, metrics, guards, gateway: gateway.handler };
  const app = createRootApp(parts);
  const server = createServerHandle(app, readServerOptions(reader));
  const loopback = isLoopbackHost(listenAddressOf(options).host);
  const hub = createEventHub(logger);
  const services: ServiceContainer = createServiceContainer([
    ...defaultFactories,
    provide(coreServices.rootLogger, logger),
    provide(coreServices.rootConfig, config.service),
    provide(coreServices.rootLifecycle, createRootLifecycle(rootHooks)),
    provide(coreServices.rootInstance, {
      dataDirectory: options.dataDirectory,
      address: () => server.address,
      listensOnLoopback: () => loopback,
      development: isDevelopment(options),
    }),
    provide(pluginConditionsRef, conditions),
    provide(pluginDirectoryRef, directory),
    provide(healthStateRef, health),
    provide(homeRef, options.home ?? {}),
    provide(routeTableRef, routes),
    provide(pluginHooksRef, hooks),
    provide(eventHubRef, hub),
    provide(metricsRegistryRef, registry),
    provide(startedAccessRef, options.externalAccess ?? []),
    ...(options.services ?? []),
  ]);
  const replaceable = added.filter(factory => factory.service.id !== coreServices.rootLogger.id);
  replaceable.forEach(services.add);
  const stopWatching = options.watch?.(config.replace) ?? (() => undefined);
  const shutdownDelayMs = readDuration(reader, 'backend.lifecycle.serverShutdownDelay') ?? 0;
  const describe = createFaultDescription(redaction);
  return { config, conditions, directory, shutdownDelayMs, health, hub, routes, hooks, rootHooks, logger, metrics: registry, server, services, describe, stopWatching };
}
