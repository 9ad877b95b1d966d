import {
  analyticsApiRef,
  configApiRef,
  createApiFactory,
  createApiHolder,
  createFetchApi,
  discoveryApiRef,
  errorApiRef,
  extensionsApiRef,
  featureFlagsApiRef,
  fetchApiRef,
  identityApiRef,
  localeApiRef,
  notificationApiRef,
  permissionApiRef,
  routesApiRef,
  storageApiRef,
  unsavedInputApiRef,
} from '@portico/plugin-api';
import type { ApiHolder, ErrorApi, ExtensionsApi, FeatureFlagsApi, LocaleApi, NotificationApi, RoutesApi } from '@portico/plugin-api';
import { createAnalyticsApi } from './analytics-api.ts';
import { createConfigApi } from './config-api.ts';
import type { ConfigSource } from './config-api.ts';
import { createErrorApi } from './error-api.ts';
import { createIdentityApi } from './identity-api.ts';
import type { IdentitySource } from './identity-api.ts';
import type { RefusedRequest } from '../session/repeat-with-session.ts';
import { createPermissionApi } from './permission-api.ts';
import { createStorageApi } from './storage-api.ts';

/** What the portal's APIs are made from. */
export interface PortalApisSource {
  readonly config: ConfigSource;
  readonly identity: IdentitySource;
  readonly notifications: NotificationApi;
  readonly extensions: (errors: ErrorApi) => ExtensionsApi;
  readonly routes: RoutesApi;
  readonly storage: Storage | undefined;
  readonly preferences: LocaleApi & FeatureFlagsApi;
  /** What becomes of a request that was answered with 401. */
  readonly recover: (request: RefusedRequest) => Promise<Response>;
  /** Keeps the page of a plugin while it has unsaved input; gives how to end that. */
  readonly keepInput: (pluginId: string) => () => void;
  /** The APIs that remotes provide. */
  readonly provided: ApiHolder;
}

/** Everything that plugins can ask the portal for. */
export function createPortalApis(source: PortalApisSource): ApiHolder {
  const { config, identity, notifications, extensions, routes, storage, preferences, recover, keepInput, provided } = source;
  const discovery = { getBaseUrl: async (pluginId: string) => `${window.location.origin}/api/${pluginId}` };
  const fetch: typeof window.fetch = async (input, init) => {
    const repeat = () => window.fetch(input, init);
    const response = await repeat();
    return response.status === 401 ? recover({ response, input, init, repeat }) : response;
  };
  const shared = [
    createApiFactory({ api: identityApiRef, factory: () => createIdentityApi(identity) }),
    createApiFactory({ api: discoveryApiRef, factory: () => discovery }),
    createApiFactory({ api: fetchApiRef, factory: () => createFetchApi({ discovery, fetch }) }),
    createApiFactory({ api: notificationApiRef, factory: () => notifications }),
    createApiFactory({ api: localeApiRef, factory: () => preferences }),
    createApiFactory({ api: featureFlagsApiRef, factory: () => preferences }),
    createApiFactory({ api: permissionApiRef, deps: { api: fetchApiRef }, factory: ({ api }) => createPermissionApi(api) }),
    createApiFactory({ api: routesApiRef, factory: () => routes }),
    createApiFactory({
      api: extensionsApiRef,
      factory: () => extensions(createErrorApi(notifications, { pluginId: 'core', version: '' })),
    }),
  ];
  const scoped = [
    createApiFactory({ api: configApiRef, scope: 'plugin', factory: (_deps, plugin) => createConfigApi(config, plugin.pluginId) }),
    createApiFactory({ api: errorApiRef, scope: 'plugin', factory: (_deps, plugin) => createErrorApi(notifications, plugin) }),
    createApiFactory({
      api: unsavedInputApiRef,
      scope: 'plugin',
      factory: (_deps, { pluginId }) => ({ keep: () => keepInput(pluginId) }),
    }),
    createApiFactory({ api: analyticsApiRef, scope: 'plugin', factory: (_deps, plugin) => createAnalyticsApi(plugin) }),
    createApiFactory({
      api: storageApiRef,
      scope: 'plugin',
      factory: (_deps, { pluginId }) => createStorageApi({ storage, pluginId, userEntityRef: identity.user().entityRef }),
    }),
  ];
  return createApiHolder([...shared, ...scoped], provided);
}
