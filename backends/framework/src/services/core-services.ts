import { createServiceRef } from '../wiring/service-ref.ts';
import type { AuditorService } from './auditor/auditor-service.ts';
import type { AuthService } from './auth/auth-service.ts';
import type { CacheService } from './cache/cache-service.ts';
import type { RootConfigService } from './config/root-config-service.ts';
import type { DatabaseService } from './database/database-service.ts';
import type { DiscoveryService } from './discovery/discovery-service.ts';
import type { EventsService } from './events/events-service.ts';
import type { HttpAuthService } from './http-auth/http-auth-service.ts';
import type { HttpRouterService } from './http-router/http-router-service.ts';
import type { LifecycleService, RootLifecycleService } from './lifecycle/lifecycle-service.ts';
import type { LoggerService } from './logger/logger-service.ts';
import type { MetricsService } from './metrics/metrics-service.ts';
import type { PermissionsService } from './permissions/permission.ts';
import type { PermissionsRegistryService } from './permissions/permissions-registry-service.ts';
import type { PluginMetadataService } from './plugin-metadata/plugin-metadata-service.ts';
import type { RootHealthService } from './root-health/root-health-service.ts';
import type { RootHttpRouterService } from './root-http-router/root-http-router-service.ts';
import type { RootInstanceService } from './root-instance/root-instance-service.ts';
import type { SchedulerService } from './scheduler/scheduler-service.ts';
import type { UrlReaderService } from './url-reader/url-reader-service.ts';
import type { UserInfoService } from './user-info/user-info-service.ts';

const plugin = <T>(name: string) => createServiceRef<T>({ id: `core.${name}` });
const root = <T>(name: string) => createServiceRef<T, 'root'>({ id: `core.${name}`, scope: 'root' });

/** The services that every installation has. Ask for them in `deps`; replace one with `createServiceFactory`. */
export const coreServices = {
  auditor: plugin<AuditorService>('auditor'),
  auth: plugin<AuthService>('auth'),
  cache: plugin<CacheService>('cache'),
  database: plugin<DatabaseService>('database'),
  discovery: plugin<DiscoveryService>('discovery'),
  events: plugin<EventsService>('events'),
  httpAuth: plugin<HttpAuthService>('httpAuth'),
  httpRouter: plugin<HttpRouterService>('httpRouter'),
  lifecycle: plugin<LifecycleService>('lifecycle'),
  logger: plugin<LoggerService>('logger'),
  metrics: plugin<MetricsService>('metrics'),
  permissions: plugin<PermissionsService>('permissions'),
  permissionsRegistry: plugin<PermissionsRegistryService>('permissionsRegistry'),
  pluginMetadata: plugin<PluginMetadataService>('pluginMetadata'),
  scheduler: plugin<SchedulerService>('scheduler'),
  urlReader: plugin<UrlReaderService>('urlReader'),
  userInfo: plugin<UserInfoService>('userInfo'),
  rootConfig: root<RootConfigService>('rootConfig'),
  rootHealth: root<RootHealthService>('rootHealth'),
  rootHttpRouter: root<RootHttpRouterService>('rootHttpRouter'),
  rootInstance: root<RootInstanceService>('rootInstance'),
  rootLifecycle: root<RootLifecycleService>('rootLifecycle'),
  rootLogger: root<LoggerService>('rootLogger'),
};
