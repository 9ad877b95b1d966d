export { createBackend } from './wiring/create-backend.ts';
export type { Backend } from './wiring/create-backend.ts';
export { isLoopbackHost, listenAddressOf } from './wiring/backend-options.ts';
export type { BackendOptions } from './wiring/backend-options.ts';
export type { PluginStartResult, StartResult } from './wiring/start-result.ts';
export { defaultReferrerPolicy } from './http/security-headers.ts';
export type { ModuleView, PluginStatus, PluginView } from './wiring/plugin-view.ts';
export { createBackendFeatureLoader } from './wiring/create-feature-loader.ts';
export type { BackendFeatureLoaderOptions, LoaderDeps } from './wiring/create-feature-loader.ts';
export { createBackendModule, createBackendPlugin } from './wiring/create-backend-plugin.ts';
export type { BackendModuleOptions, BackendPluginOptions, RegistrationEnvironment } from './wiring/create-backend-plugin.ts';
export { configSchemasOf } from './wiring/backend-feature.ts';
export type {
  AddedFeature,
  BackendFeature,
  BackendFeatureLoader,
  BackendModule,
  BackendPlugin,
  LoadedSources,
} from './wiring/backend-feature.ts';
export type { FeatureSource } from './wiring/load-features.ts';
export { createExtensionPoint } from './wiring/extension-point.ts';
export type { ExtensionPoint } from './wiring/extension-point.ts';
export { createServiceFactory, createServiceRef } from './wiring/service-ref.ts';
export { jsonBody } from './http/json-body.ts';
export { startTimeLimit } from './time/time-limit.ts';
export type { TimeLimit } from './time/time-limit.ts';
export type { MultitonServiceRef, ServiceFactory, ServiceRef, ServiceScope } from './wiring/service-ref.ts';
export { coreServices } from './services/core-services.ts';
export { auditRoutes } from './services/auditor/audit-routes.ts';
export type { AuditedRoute } from './services/auditor/audit-routes.ts';
export { audited } from './services/auditor/audited.ts';
export type { AuditedOptions } from './services/auditor/audited.ts';
export type { AuditEvent, AuditEventOptions, AuditorService, AuditSeverity } from './services/auditor/auditor-service.ts';
export {
  revokedSessionsTopic,
  sessionCookieName,
  userTokenAudience,
  userTokenType,
} from './services/auth/auth-service.ts';
export type { AuthService, PluginRequestTokenOptions, UserTokenClaims } from './services/auth/auth-service.ts';
export { createSigningKeys, tokenAlgorithm } from './services/auth/signing-keys.ts';
export type { PublicKey, PublicKeyStore, SigningKey, SigningKeys } from './services/auth/signing-keys.ts';
export { createKeySource } from './services/auth/key-source.ts';
export type { KeySourceOptions } from './services/auth/key-source.ts';
export { signUserToken } from './services/auth/user-token-format.ts';
export type { UserTokenParts } from './services/auth/user-token-format.ts';
export { cookieTokenOf } from './services/http-auth/request-tokens.ts';
export { isPrincipal } from './services/auth/credentials.ts';
export type {
  AccessRestriction,
  Credentials,
  NonePrincipal,
  Principal,
  PrincipalType,
  ServicePrincipal,
  UserPrincipal,
} from './services/auth/credentials.ts';
export type { StaticAccess } from './services/auth/static-access.ts';
export type { CacheOptions, CacheService, CacheSetOptions, CacheStatistics } from './services/cache/cache-service.ts';
export { readDuration } from './services/config/read-duration.ts';
export type { RootConfigService } from './services/config/root-config-service.ts';
export type { WatchConfig } from './services/config/create-root-config.ts';
export { sharesDatabase } from './services/database/shares-database.ts';
export type { DatabaseService, Migration } from './services/database/database-service.ts';
export { rollback, runMigrations } from './services/database/migrations/run-migrations.ts';
export type { MigrationRun } from './services/database/migrations/run-migrations.ts';
export { openPluginDatabase } from './services/database/open-plugin-database.ts';
export type { OpenPluginDatabaseOptions } from './services/database/open-plugin-database.ts';
export { dialectOf } from './services/database/dialect.ts';
export type { DatabaseClient, Dialect } from './services/database/dialect.ts';
export { openSqlite } from './services/database/sqlite/sqlite-client.ts';
export type { DiscoveryService } from './services/discovery/discovery-service.ts';
export type { EventListener, EventsService } from './services/events/events-service.ts';
export type { HttpAuthService } from './services/http-auth/http-auth-service.ts';
export type { AuthPolicy, HttpRouterService } from './services/http-router/http-router-service.ts';
export type { LifecycleHook, LifecycleService, RootLifecycleService } from './services/lifecycle/lifecycle-service.ts';
export { createRootLogger } from './services/logger/create-root-logger.ts';
export type { RootLoggerOptions } from './services/logger/create-root-logger.ts';
export type { LoggerService, LogMeta } from './services/logger/logger-service.ts';
export type {
  CounterMetric,
  GaugeMetric,
  HistogramMetric,
  HistogramOptions,
  MetricLabels,
  MetricOptions,
  MetricsService,
  ObservedValue,
} from './services/metrics/metrics-service.ts';
export type {
  AuthorizeRequest,
  ConditionalDecision,
  Permission,
  PermissionAction,
  PermissionCriteria,
  PermissionDecision,
  PermissionsService,
  PolicyDecision,
} from './services/permissions/permission.ts';
export type {
  PermissionResourceType,
  PermissionRule,
  PermissionsRegistryService,
} from './services/permissions/permissions-registry-service.ts';
export { applyCriteria } from './services/permissions/criteria.ts';
export { permissionPolicyTopic, policyClientRef } from './services/permissions/policy-client.ts';
export type { PolicyClient, PolicyQuestion } from './services/permissions/policy-client.ts';
export { requirePermission } from './services/permissions/require-permission.ts';
export type { PluginMetadataService } from './services/plugin-metadata/plugin-metadata-service.ts';
export type { HealthAnswer, RootHealthService } from './services/root-health/root-health-service.ts';
export type { RootHttpRouterService } from './services/root-http-router/root-http-router-service.ts';
export type { ListenAddress, RootInstanceService } from './services/root-instance/root-instance-service.ts';
export type {
  PlannedFunction,
  ScheduledFunction,
  ScheduledTask,
  SchedulerService,
  TaskDescription,
  TaskFrequency,
  TaskRunner,
  TaskSchedule,
} from './services/scheduler/scheduler-service.ts';
export { createTaskRunner, scheduledTaskOf } from './services/scheduler/task-forms.ts';
export type { UserInfo, UserInfoService } from './services/user-info/user-info-service.ts';
export { createUrlReader } from './services/url-reader/url-reader-factory.ts';
export type {
  ReadTreeOptions,
  ReadTreeResult,
  ReadUrlOptions,
  ReadUrlResult,
  SearchResult,
  TreeFile,
  UrlReaderService,
} from './services/url-reader/url-reader-service.ts';
export { openDataDirectory } from './process/data-directory.ts';
export type { DataDirectory } from './process/data-directory.ts';
export { runBackend } from './process/run-backend.ts';
export type { RunBackendOptions } from './process/run-backend.ts';
