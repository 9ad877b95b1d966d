import type { EventHub } from './events/event-hub.ts';
import type { HealthState } from '../http/health-state.ts';
import type { RouteTable } from '../http/route-table.ts';
import type { PluginConditions } from '../wiring/plugin-conditions.ts';
import type { PluginDirectory } from '../wiring/plugin-directory.ts';
import { createServiceRef } from '../wiring/service-ref.ts';
import type { StaticAccess } from './auth/static-access.ts';
import type { PluginHooks } from './lifecycle/plugin-hooks.ts';
import type { MetricsRegistry } from './metrics/metrics-registry.ts';

// What the default factories share with the backend that runs them; no part of the public surface.

/** Routes of the HTTP server. */
export const routeTableRef = createServiceRef<RouteTable, 'root'>({ id: 'internal.routeTable', scope: 'root' });
/** Start and stop of the process as the health paths tell them. */
export const healthStateRef = createServiceRef<HealthState, 'root'>({ id: 'internal.healthState', scope: 'root' });
/** Lifecycle hooks of each plugin. */
export const pluginHooksRef = createServiceRef<PluginHooks, 'root'>({ id: 'internal.pluginHooks', scope: 'root' });
/** All plugins of the process and how they are. */
export const pluginDirectoryRef = createServiceRef<PluginDirectory, 'root'>({ id: 'internal.pluginDirectory', scope: 'root' });
/** What is wrong with plugins that run. */
export const pluginConditionsRef = createServiceRef<PluginConditions, 'root'>({ id: 'internal.pluginConditions', scope: 'root' });
/** Topics and their newest payloads. */
export const eventHubRef = createServiceRef<EventHub, 'root'>({ id: 'internal.eventHub', scope: 'root' });
/** Metrics of this process. */
export const metricsRegistryRef = createServiceRef<MetricsRegistry, 'root'>({ id: 'internal.metricsRegistry', scope: 'root' });
/** The process that this one belongs to, where it runs a single plugin on behalf of another process. */
export const homeRef = createServiceRef<{ readonly url?: string }, 'root'>({ id: 'internal.home', scope: 'root' });
/** Static tokens that the starter of the process adds to those of the configuration. */
export const startedAccessRef = createServiceRef<readonly StaticAccess[], 'root'>({
  id: 'internal.startedAccess',
  scope: 'root',
});
