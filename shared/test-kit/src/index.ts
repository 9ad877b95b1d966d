export { createFakePortal, provideApi } from './portal/create-fake-portal.ts';
export type { FakePortal, FakePortalOptions } from './portal/create-fake-portal.ts';
export type { FakeRemote, InstalledPlugins } from './portal/installed-plugins.ts';
export { renderInPortal } from './portal/render-in-portal.tsx';
export type { RenderedInPortal, RenderInPortalOptions } from './portal/render-in-portal.tsx';
export { renderPlugin } from './portal/render-plugin.tsx';

export { createFakeConfig } from './fakes/fake-config-api.ts';
export type { FakeConfig } from './fakes/fake-config-api.ts';
export { createFakeExtensionsApi, renderFakeState } from './fakes/fake-extensions-api.tsx';
export type { FakeExtensionsApi } from './fakes/fake-extensions-api.tsx';
export { createFakeFetchApi } from './fakes/fake-fetch-api.ts';
export type { FakeAnswer, FakeAnswers, FakeFetchApi } from './fakes/fake-fetch-api.ts';
export { createFakeIdentityApi } from './fakes/fake-identity-api.ts';
export type { FakeIdentityApi } from './fakes/fake-identity-api.ts';
export { createFakeFeatureFlagsApi, createFakeLocaleApi } from './fakes/fake-preferences.ts';
export type { FakeFeatureFlagsApi, FakeLocaleApi } from './fakes/fake-preferences.ts';
export { createFakePermissionApi } from './fakes/fake-permission-api.ts';
export type { FakePermissions } from './fakes/fake-permission-api.ts';
export { createFakeRoutesApi } from './fakes/fake-routes-api.ts';
export type { FakeRoutesApi } from './fakes/fake-routes-api.ts';
export { createFakeStorage } from './fakes/fake-storage.ts';
export type { FakeStorage } from './fakes/fake-storage.ts';
export {
  createFakeAnalyticsApi,
  createFakeDiscoveryApi,
  createFakeErrorApi,
  createFakeNotificationApi,
} from './fakes/recording-apis.ts';
export type { FakeAnalyticsApi, FakeErrorApi, FakeNotificationApi } from './fakes/recording-apis.ts';
