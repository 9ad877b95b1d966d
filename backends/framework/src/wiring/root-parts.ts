import { createHealthState } from '../http/health-state.ts';
import type { HealthState } from '../http/health-state.ts';
import { reservedPaths } from '../http/page-fallback.ts';
import { createRequestGuards } from '../http/request-guards.ts';
import { createRootApp } from '../http/root-app.ts';
import { createServerHandle } from '../http/root-server.ts';
import type { ServerHandle } from '../http/root-server.ts';
import { createRouteTable } from '../http/route-table.ts';
import type { RouteTable } from '../http/route-table.ts';
import { readServerOptions } from '../http/server-options.ts';
import { createRootConfig } from '../services/config/create-root-config.ts';
import { readDuration } from '../services/config/read-duration.ts';
import { coreServices } from '../services/core-services.ts';
import { defaultFactories } from '../services/default-factories.ts';
import { createEventHub } from '../services/events/event-hub.ts';
import { eventHubRef, metricsRegistryRef, pluginHooksRef, routeTableRef, startedAccessRef } from '../services/internal-services.ts';
import { createHooks } from '../services/lifecycle/create-hooks.ts';
import type { Hooks } from '../services/lifecycle/create-hooks.ts';
import { createPluginHooks } from '../services/lifecycle/plugin-hooks.ts';
import type { PluginHooks } from '../services/lifecycle/plugin-hooks.ts';
import { createRootLogger } from '../services/logger/create-root-logger.ts';
import type { LoggerService } from '../services/logger/logger-service.ts';
import { createMetricsRegistry } from '../services/metrics/metrics-registry.ts';
import { isDevelopment, isLoopbackHost, listenAddressOf, secretsOf } from './backend-options.ts';
import type { BackendOptions } from './backend-options.ts';
import { createServiceContainer } from './service-container.ts';
import type { ServiceContainer } from './service-container.ts';
import { createServiceFactory } from './service-ref.ts';
import type { ServiceFactory, ServiceRef } from './service-ref.ts';

/** What lives as long as the process, before any plugin. */
export interface RootParts {
  readonly health: HealthState;
  readonly routes: RouteTable;
  readonly hooks: PluginHooks;
  readonly rootHooks: { readonly startup: Hooks; readonly beforeShutdown: Hooks; readonly shutdown: Hooks };
  readonly logger: LoggerService;
  readonly server: ServerHandle;
  readonly services: ServiceContainer;
  readonly stopWatching: () => void;
  readonly shutdownDelayMs: number;
}

const defaultHoldMs = 5_000;
/** Reserved paths that the server answers itself; the others are taken by plugins. */
const ownPaths = reservedPaths.filter(path => path !== '/assets' && path !== '/remotes');

function provide<T>(service: ServiceRef<T, 'root'>, value: T): ServiceFactory {
  return createServiceFactory({ service, deps: {}, factory: () => value });
}

async function rootLoggerOf(options: BackendOptions): Promise<LoggerService> {
  const replaced = options.services?.filter(factory => factory.service.id === coreServices.rootLogger.id) ?? [];
  if (replaced.length > 0) return createServiceContainer(replaced).getRoot(coreServices.rootLogger);
  const level = options.config.reader.getOptionalString('backend.logger.level');
  return createRootLogger({ secrets: secretsOf(options), ...(level === undefined ? {} : { level }) });
}

/** Builds everything that plugins stand on. Listens to nothing yet. */
export async function createRootParts(options: BackendOptions): Promise<RootParts> {
  const logger = await rootLoggerOf(options);
  const health = createHealthState();
  const routes = createRouteTable(ownPaths);
  const hooks = createPluginHooks(logger);
  const rootHooks = {
    startup: createHooks('root startup', logger),
    beforeShutdown: createHooks('before-shutdown', logger),
    shutdown: createHooks('root shutdown', logger),
  };
  const config = createRootConfig(options.config, fault => logger.error('A configuration listener failed', fault as Error));
  const trustProxy = options.config.reader.getOptional<boolean | number | string>('backend.trustProxy');
  const pausePath = 'backend.lifecycle.startupRequestPauseTimeout';
  const holdMs = options.holdMs ?? readDuration(options.config.reader, pausePath) ?? defaultHoldMs;
  const registry = await createMetricsRegistry(options.config.reader.getOptionalBoolean('backend.metrics.enabled') ?? false);
  const guards = await createRequestGuards(options.config.reader, logger);
  rootHooks.shutdown.add(guards.end);
  const httpAuth = () => services.getForPlugin(coreServices.httpAuth, 'metrics');
  const server = createServerHandle(createRootApp({ routes, health, logger, holdMs, trustProxy, metrics: { registry, httpAuth }, guards }), readServerOptions(options.config.reader));
  const loopback = isLoopbackHost(listenAddressOf(options).host);
  const services: ServiceContainer = createServiceContainer([
    ...defaultFactories,
    provide(coreServices.rootLogger, logger),
    provide(coreServices.rootConfig, config.service),
    provide(coreServices.rootLifecycle, {
      addStartupHook: rootHooks.startup.add,
      addBeforeShutdownHook: rootHooks.beforeShutdown.add,
      addShutdownHook: rootHooks.shutdown.add,
    }),
    provide(coreServices.rootInstance, {
      dataDirectory: options.dataDirectory,
      address: () => server.address,
      listensOnLoopback: () => loopback,
      development: isDevelopment(options),
    }),
    provide(routeTableRef, routes),
    provide(pluginHooksRef, hooks),
    provide(eventHubRef, createEventHub(logger)),
    provide(metricsRegistryRef, registry),
    provide(startedAccessRef, options.externalAccess ?? []),
    ...(options.services ?? []),
  ]);
  const stopWatching = options.watch?.(config.replace) ?? (() => undefined);
  const shutdownDelayMs = readDuration(options.config.reader, 'backend.lifecycle.serverShutdownDelay') ?? 0;
  return { shutdownDelayMs, health, routes, hooks, rootHooks, logger, server, services, stopWatching };
}
