export { createPlugin } from './plugin/create-plugin.ts';
export type { PluginOptions } from './plugin/create-plugin.ts';
export type { LoadedExtension, Plugin } from './plugin/plugin.ts';
export { normalizePluginModule } from './plugin/normalize-plugin-module.ts';
export type { NormalizedPlugin } from './plugin/normalize-plugin-module.ts';
export type { MountablePlugin, MountContext, Unmount } from './plugin/mountable-plugin.ts';

export { createExtension } from './extensions/create-extension.ts';
export type { ExtensionOptions } from './extensions/create-extension.ts';
export { createPageExtension, pagePointId } from './extensions/create-page-extension.ts';
export type { PageExtensionOptions } from './extensions/create-page-extension.ts';
export { createTabExtension } from './extensions/create-tab-extension.ts';
export type { TabConfig, TabExtensionOptions } from './extensions/create-tab-extension.ts';
export { createCardExtension } from './extensions/create-card-extension.ts';
export type { CardConfig, CardExtensionOptions } from './extensions/create-card-extension.ts';
export type { AnyComponent } from './extensions/any-component.ts';
export type { ComponentLoader, Extension, PageDeclaration, PageNavigation } from './extensions/extension.ts';
export { createExtensionPoint } from './extensions/extension-point.ts';
export type { ExtensionPoint } from './extensions/extension-point.ts';
export { useExtensions } from './extensions/use-extensions.ts';
export type { ResolvedExtension } from './extensions/use-extensions.ts';
export { ExtensionBoundary } from './extensions/extension-boundary.ts';
export type { ExtensionBoundaryProps } from './extensions/extension-boundary.ts';
export { createLateComponent } from './extensions/late-component.ts';
export type { LateComponent } from './extensions/late-component.ts';
export { extensionsApiRef } from './extensions/extensions-api.ts';
export type { ExtensionsApi, ExtensionState, MountedExtension, RegisteredExtension } from './extensions/extensions-api.ts';

export { createSearchProviderExtension, searchProviderPoint } from './search/search-provider.ts';
export type { Search, SearchApis, SearchProviderConfig, SearchProviderExtensionOptions, SearchResult } from './search/search-provider.ts';

export { createExternalRouteRef, createRouteRef, createSubRouteRef } from './routes/route-ref.ts';
export type {
  AnyRouteRef,
  ExternalRouteRef,
  PathParameters,
  RouteFunction,
  RouteParameters,
  RouteRef,
  SubRouteRef,
} from './routes/route-ref.ts';
export { findRoute, resolveRoute } from './routes/resolve-route.ts';
export type { RouteTable } from './routes/resolve-route.ts';
export { routesApiRef } from './routes/routes-api.ts';
export type { RoutesApi } from './routes/routes-api.ts';
export { useRouteRef } from './routes/use-route-ref.ts';

export { createSharedContext } from './context/shared-context.ts';
export type { SharedContext } from './context/shared-context.ts';
export { PluginBoundary, pluginContext } from './context/plugin-context.ts';
export type { PluginBoundaryProps, PluginInfo } from './context/plugin-context.ts';

export { createApiRef } from './apis/api-ref.ts';
export type { ApiRef } from './apis/api-ref.ts';
export { createApiFactory } from './apis/api-factory.ts';
export type { ApiDependencies, ApiFactory, ApiFactoryOptions, ResolvedDependencies } from './apis/api-factory.ts';
export { apiContext } from './apis/api-holder.ts';
export type { ApiHolder } from './apis/api-holder.ts';
export { createApiHolder } from './apis/create-api-holder.ts';
export { useApi, useApiHolder } from './apis/use-api.ts';
export type { ApiHolderOfPlugin } from './apis/use-api.ts';
export { analyticsApiRef } from './apis/analytics-api.ts';
export type { AnalyticsApi, AnalyticsEvent } from './apis/analytics-api.ts';
export { checkConfigPath, configApiRef, configKeyOf } from './apis/config-api.ts';
export type { ConfigApi } from './apis/config-api.ts';
export { discoveryApiRef, resolvePluginUrl } from './apis/discovery-api.ts';
export type { DiscoveryApi } from './apis/discovery-api.ts';
export { errorApiRef } from './apis/error-api.ts';
export type { ErrorApi } from './apis/error-api.ts';
export { featureFlagsApiRef, useFeatureFlag } from './apis/feature-flags-api.ts';
export type { FeatureFlagsApi } from './apis/feature-flags-api.ts';
export { createFetchApi, fetchApiRef } from './apis/fetch-api.ts';
export type { FetchApi } from './apis/fetch-api.ts';
export { identityApiRef } from './apis/identity-api.ts';
export type { Identity, IdentityApi, Profile } from './apis/identity-api.ts';
export { localeApiRef, useLocale } from './apis/locale-api.ts';
export type { LocaleApi } from './apis/locale-api.ts';
export { notificationApiRef } from './apis/notification-api.ts';
export type { Notification, NotificationApi } from './apis/notification-api.ts';
export { permissionApiRef } from './apis/permission-api.ts';
export type { PermissionApi, PermissionRequest } from './apis/permission-api.ts';
export { usePermission } from './apis/use-permission.ts';
export type { PermissionState } from './apis/use-permission.ts';
export { readJson } from './apis/read-json.ts';
export { storageApiRef, storageKeyOf } from './apis/storage-api.ts';
export type { StorageApi } from './apis/storage-api.ts';
export { unsavedInputApiRef, useUnsavedInput } from './apis/unsaved-input-api.ts';
export type { UnsavedInputApi } from './apis/unsaved-input-api.ts';
