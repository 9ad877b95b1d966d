import type { ServiceFactory } from '../wiring/service-ref.ts';
import { auditorFactory } from './auditor/auditor-factory.ts';
import { authFactory } from './auth/auth-factory.ts';
import { cacheFactory } from './cache/cache-factory.ts';
import { databaseFactory } from './database/database-factory.ts';
import { discoveryFactory } from './discovery/discovery-factory.ts';
import { eventsFactory } from './events/events-factory.ts';
import { httpAuthFactory } from './http-auth/http-auth-factory.ts';
import { httpRouterFactory } from './http-router/http-router-factory.ts';
import { lifecycleFactory } from './lifecycle/lifecycle-factory.ts';
import { loggerFactory } from './logger/logger-factory.ts';
import { metricsFactory } from './metrics/metrics-factory.ts';
import { rootHealthFactory } from './root-health/root-health-factory.ts';
import { permissionsFactory } from './permissions/permissions-factory.ts';
import { permissionsRegistryFactory } from './permissions/permissions-registry-factory.ts';
import { rootHttpRouterFactory } from './root-http-router/root-http-router-factory.ts';
import { schedulerFactory } from './scheduler/scheduler-factory.ts';
import { urlReaderFactory } from './url-reader/url-reader-factory.ts';
import { userInfoFactory } from './user-info/user-info-factory.ts';

/** What stands behind the core services unless the installation replaces it. */
export const defaultFactories: readonly ServiceFactory[] = [
  auditorFactory,
  authFactory,
  cacheFactory,
  databaseFactory,
  discoveryFactory,
  eventsFactory,
  httpAuthFactory,
  httpRouterFactory,
  lifecycleFactory,
  loggerFactory,
  metricsFactory,
  rootHealthFactory,
  permissionsFactory,
  permissionsRegistryFactory,
  rootHttpRouterFactory,
  schedulerFactory,
  urlReaderFactory,
  userInfoFactory,
];
