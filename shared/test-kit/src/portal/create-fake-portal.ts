import {
  analyticsApiRef,
  configApiRef,
  createApiFactory,
  createApiHolder,
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
} from '@portico/plugin-api';
import type { ApiFactory, ApiHolder, ApiRef, Plugin } from '@portico/plugin-api';
import { createError, pluginApiErrors } from '@portico/errors';
import { createFakeConfig } from '../fakes/fake-config-api.ts';
import { createFakeExtensionsApi } from '../fakes/fake-extensions-api.tsx';
import { createFakeFetchApi } from '../fakes/fake-fetch-api.ts';
import type { FakeAnswers } from '../fakes/fake-fetch-api.ts';
import { createFakeIdentityApi } from '../fakes/fake-identity-api.ts';
import { createFakePermissionApi } from '../fakes/fake-permission-api.ts';
import type { FakePermissions } from '../fakes/fake-permission-api.ts';
import { createFakeFeatureFlagsApi, createFakeLocaleApi } from '../fakes/fake-preferences.ts';
import { createFakeRoutesApi } from '../fakes/fake-routes-api.ts';
import { createFakeStorage } from '../fakes/fake-storage.ts';
import {
  createFakeAnalyticsApi,
  createFakeDiscoveryApi,
  createFakeErrorApi,
  createFakeNotificationApi,
} from '../fakes/recording-apis.ts';
import { extensionsOf, fakeVersion, installPlugins, remoteOf } from './installed-plugins.ts';
import type { FakeRemote, InstalledPlugins } from './installed-plugins.ts';

/** What a fake portal is made of. All optional. */
export interface FakePortalOptions {
  /** Implementations beside or instead of the fakes: `provideApi(catalogApiRef, createFakeCatalogApi(entities))`. */
  readonly apis?: readonly ApiFactory[];
  /** Plugins that are registered and can be loaded. */
  readonly plugins?: readonly Plugin[];
  /** Remotes that are registered, but whose code is not there: for links and for what fails to load. */
  readonly snapshotRemotes?: readonly FakeRemote[];
  /** `app.routes.bindings`. */
  readonly bindings?: Readonly<Record<string, string | false>>;
  /** The public configuration. */
  readonly config?: Parameters<typeof createFakeConfig>[0];
  /** Who is signed in. */
  readonly user?: Parameters<typeof createFakeIdentityApi>[0];
  /** What the user may do; everything by default. */
  readonly permissions?: FakePermissions;
  /** Answers of the backends by method and path. */
  readonly answers?: FakeAnswers;
}

/** Gives a ready implementation where a factory is wanted. */
export function provideApi<T>(api: ApiRef<T>, implementation: T): ApiFactory<T> {
  return createApiFactory({ api, factory: () => implementation });
}

function createFakes({ config, user, answers, permissions, snapshotRemotes = [], plugins = [], bindings = {} }: FakePortalOptions) {
  const discovery = createFakeDiscoveryApi();
  const identity = createFakeIdentityApi(user);
  return {
    discovery,
    identity,
    config: createFakeConfig(config),
    fetch: createFakeFetchApi(discovery, answers),
    locale: createFakeLocaleApi(),
    featureFlags: createFakeFeatureFlagsApi(),
    notifications: createFakeNotificationApi(),
    permissions: createFakePermissionApi(permissions),
    storage: createFakeStorage(identity.getIdentity().userEntityRef),
    errors: createFakeErrorApi(),
    analytics: createFakeAnalyticsApi(),
    routes: createFakeRoutesApi({ remotes: [...snapshotRemotes, ...plugins.map(remoteOf)], bindings }),
  };
}

/** The fakes of a portal, to look into and to change. */
export interface FakePortal extends ReturnType<typeof createFakes> {
  readonly extensions: ReturnType<typeof createFakeExtensionsApi>;
  readonly holder: ApiHolder;
  readonly installed: InstalledPlugins;
}

/** Makes a portal without a page: every API of the plugin API as a small working fake. */
export function createFakePortal(options: FakePortalOptions = {}): FakePortal {
  const { apis = [], plugins = [], snapshotRemotes = [] } = options;
  const fakes = createFakes(options);
  const installed = installPlugins(plugins, () => holder);
  const registered = [...snapshotRemotes, ...plugins.map(remoteOf)].flatMap(extensionsOf);
  const extensions = createFakeExtensionsApi(registered, async ({ pluginId, id }) => {
    const plugin = installed.find(pluginId);
    if (!plugin) {
      const received = `no code of version ${fakeVersion}`;
      throw createError(pluginApiErrors.EXTENSION_UNKNOWN, { plugin: pluginId, extension: id, received });
    }
    const { Component } = await plugin.load(id);
    return { Component, apis: installed.holderOf(pluginId) };
  });
  const standard: readonly ApiFactory[] = [
    createApiFactory({ api: configApiRef, scope: 'plugin', factory: (_deps, { pluginId }) => fakes.config.forPlugin(pluginId) }),
    createApiFactory({ api: storageApiRef, scope: 'plugin', factory: (_deps, { pluginId }) => fakes.storage.forPlugin(pluginId) }),
    provideApi(identityApiRef, fakes.identity),
    provideApi(discoveryApiRef, fakes.discovery),
    provideApi(fetchApiRef, fakes.fetch),
    provideApi(localeApiRef, fakes.locale),
    provideApi(featureFlagsApiRef, fakes.featureFlags),
    provideApi(notificationApiRef, fakes.notifications),
    provideApi(permissionApiRef, fakes.permissions),
    provideApi(errorApiRef, fakes.errors),
    provideApi(analyticsApiRef, fakes.analytics),
    provideApi(routesApiRef, fakes.routes),
    provideApi(extensionsApiRef, extensions),
  ];
  const replaced = new Set(apis.map(factory => factory.api.id));
  const holder: ApiHolder = createApiHolder(
    [...apis, ...standard.filter(factory => !replaced.has(factory.api.id))],
    installed.provided,
  );
  return { ...fakes, extensions, holder, installed };
}
